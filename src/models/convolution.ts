import * as tf from '@tensorflow/tfjs';
import { affineParameters } from './affine';
import type { Initialiser } from './initialisers';
import type { Layer } from './layer';

/** Parameters of {@link convolution} and {@link transposedConvolution}. */
export interface ConvolutionOptions {
  inputs: number;
  outputs: number;
  /** Side of the square filter. */
  kernel: number;
  initialiser: Initialiser;
}

const stride = 2;

/**
 * A convolution of stride 2, which halves the sides (rounding up): [batch, H, W, inputs] -> [batch, H / 2, W / 2, outputs].
 * Parameters W [kernel, kernel, inputs, outputs] and b [outputs]; fan in kernel^2 inputs, fan out kernel^2 outputs / 4, as in
 * the released WGAN-GP code.
 */
export function convolution({ inputs, outputs, kernel, initialiser }: ConvolutionOptions): Layer {
  const shape = {
    weights: [kernel, kernel, inputs, outputs],
    biases: outputs,
    fanIn: kernel ** 2 * inputs,
    fanOut: (kernel ** 2 * outputs) / stride ** 2,
  };
  return {
    size: 2,
    channels: outputs,
    init: (stream) => affineParameters(stream, initialiser, shape),
    apply: ([w, b], h) => tf.add(tf.conv2d(h as tf.Tensor4D, w as tf.Tensor4D, stride, 'same'), b),
  };
}

/**
 * The transpose of {@link convolution}, which doubles the sides: [batch, side / 2, side / 2, inputs] -> [batch, side, side, outputs];
 * for an odd side, side / 2 is rounded up. Parameters W [kernel, kernel, outputs, inputs] and b [outputs]; fan in kernel^2 inputs / 4,
 * fan out kernel^2 outputs.
 */
export function transposedConvolution(
  side: number,
  { inputs, outputs, kernel, initialiser }: ConvolutionOptions,
): Layer {
  const shape = {
    weights: [kernel, kernel, outputs, inputs],
    biases: outputs,
    fanIn: (kernel ** 2 * inputs) / stride ** 2,
    fanOut: kernel ** 2 * outputs,
  };
  return {
    size: 2,
    channels: outputs,
    init: (stream) => affineParameters(stream, initialiser, shape),
    apply: ([w, b], h) => {
      const images: [number, number, number, number] = [h.shape[0], side, side, outputs];
      return tf.add(tf.conv2dTranspose(h as tf.Tensor4D, w as tf.Tensor4D, images, stride, 'same'), b);
    },
  };
}
