import * as tf from '@tensorflow/tfjs';
import { affineParameters } from './affine';
import type { Initialiser } from './initialisers';
import type { Layer } from './layer';

/** x W + b, [batch, inputs] -> [batch, outputs], with parameters W [inputs, outputs] and b [outputs]. */
export function dense(inputs: number, outputs: number, initialiser: Initialiser): Layer {
  const shape = { weights: [inputs, outputs], biases: outputs, fanIn: inputs, fanOut: outputs };
  return {
    size: 2,
    channels: outputs,
    init: (stream) => affineParameters(stream, initialiser, shape),
    apply: ([w, b], h) => tf.add(tf.matMul(h as tf.Tensor2D, w as tf.Tensor2D), b),
  };
}
