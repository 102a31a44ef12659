import * as tf from '@tensorflow/tfjs';
import { asTensorInfo, type KernelArguments, kernel } from './wasmKernels';

interface Attributes {
  strides: number | [number, number];
  pad: 'valid' | 'same' | number | [[number, number], [number, number], [number, number], [number, number]];
  dimRoundingMode: 'floor' | 'round' | 'ceil' | undefined;
  filterShape: [number, number, number, number];
}

/**
 * The gradient of a convolution with respect to its filter, which the wasm backend lacks, as a convolution itself:
 *
 * dW[h, w, cin, cout] = sum_{n, i, j} x[n, i s + h, j s + w, cin] dy[n, i, j, cout],
 *
 * that is `x` (images as channels: [cin, H, W, n]) convolved with `dy` (as a filter: [i, j, n, cout]) at dilation s.
 * Channels last, dilation 1 in the forward pass (TensorFlow.js differentiates no other).
 */
export function conv2dBackpropFilter({ inputs, backend, attrs }: KernelArguments): tf.TensorInfo {
  const { strides, pad, dimRoundingMode, filterShape } = attrs as unknown as Attributes;
  const { x, dy } = inputs; // [n, H, W, cin], [n, outH, outW, cout]
  const shape = x.shape as [number, number, number, number];
  const info = tf.backend_util.computeConv2DInfo(shape, filterShape, strides, 1, pad, dimRoundingMode);
  const { top, bottom, left, right } = info.padInfo;
  const temporary: tf.TensorInfo[] = [];
  const run = (name: string, ins: Record<string, tf.TensorInfo>, options: Record<string, unknown>) => {
    const out = asTensorInfo(kernel(name)({ inputs: ins, backend, attrs: options }));
    temporary.push(out);
    return out;
  };
  const paddings = [
    [0, 0],
    [top, bottom],
    [left, right],
    [0, 0],
  ];
  const padded = run('PadV2', { x }, { paddings, constantValue: 0 });
  const images = run('Transpose', { x: padded }, { perm: [3, 1, 2, 0] }); // [cin, H', W', n]
  const filter = run('Transpose', { x: dy }, { perm: [1, 2, 0, 3] }); // [outH, outW, n, cout]
  const full = run(
    'Conv2D',
    { x: images, filter },
    {
      strides: [1, 1],
      pad: 'valid',
      dilations: [info.strideHeight, info.strideWidth],
      dataFormat: 'NHWC',
      dimRoundingMode: undefined,
    },
  ); // [cin, >= kh, >= kw, cout]
  const size = [filterShape[2], filterShape[0], filterShape[1], filterShape[3]];
  const cut = run('Slice', { x: full }, { begin: [0, 0, 0, 0], size });
  const gradient = run('Transpose', { x: cut }, { perm: [1, 2, 0, 3] }); // [kh, kw, cin, cout]
  for (const tensor of temporary) if (tensor !== gradient) backend.disposeData(tensor.dataId);
  return gradient;
}
