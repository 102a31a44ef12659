import * as tf from '@tensorflow/tfjs';
import { gatherPatches, type PatchGrid, scatterPatches } from './patches';
import { type KernelArguments, product, type WasmBackend } from './wasmKernels';
import { transposed } from './wasmTransposed';

type Shape4D = [number, number, number, number];

interface Attributes {
  strides: number | [number, number];
  pad: 'valid' | 'same' | number | [[number, number], [number, number], [number, number], [number, number]];
  dimRoundingMode: 'floor' | 'round' | 'ceil' | undefined;
}

/*
 * The two gradients of a convolution y = patches(x) W as matrix products, channels last, dilation 1 (TensorFlow.js
 * differentiates no other). The wasm backend lacks the first and computes the second number by number.
 */

/** dL/dW = patches(x)^T dy, computed as (dy^T patches(x))^T since dy is the smaller of the two. */
export function conv2dBackpropFilter({ inputs, backend, attrs }: KernelArguments): tf.TensorInfo {
  const { filterShape, ...rest } = attrs as unknown as Attributes & { filterShape: Shape4D };
  const { x, dy } = inputs; // [n, H, W, cin], [n, outH, outW, cout]
  const grid = patchGrid(x.shape, filterShape, rest);
  const patches = backend.makeOutput(matrixOfPatches(grid), 'float32');
  gatherPatches(backend.typedArrayFromHeap(x), grid, backend.typedArrayFromHeap(patches));
  const flipped = product(asMatrix(dy), patches, backend, { transposeA: true }); // [cout, kh kw cin]
  const gradient = transposed(flipped, backend); // [kh kw cin, cout]
  free(backend, patches, flipped);
  return { ...gradient, shape: filterShape };
}

/** dL/dx: the sum over all patches of dy W^T, each added where its patch lies. Also the transposed convolution. */
export function conv2dBackpropInput({ inputs, backend, attrs }: KernelArguments): tf.TensorInfo {
  const { inputShape, ...rest } = attrs as unknown as Attributes & { inputShape: Shape4D };
  const { dy, filter } = inputs; // [n, outH, outW, cout], [kh, kw, cin, cout]
  const grid = patchGrid(inputShape, filter.shape, rest);
  const patches = product(asMatrix(dy), asMatrix(filter), backend, { transposeB: true }); // [n outH outW, kh kw cin]
  const gradient = backend.makeOutput(inputShape, 'float32');
  scatterPatches(backend.typedArrayFromHeap(patches), grid, backend.typedArrayFromHeap(gradient));
  free(backend, patches);
  return gradient;
}

function patchGrid(x: number[], filter: number[], { strides, pad, dimRoundingMode }: Attributes): PatchGrid {
  return tf.backend_util.computeConv2DInfo(x as Shape4D, filter as Shape4D, strides, 1, pad, dimRoundingMode);
}

function matrixOfPatches(grid: PatchGrid): [number, number] {
  const { batchSize, outHeight, outWidth, filterHeight, filterWidth, inChannels } = grid;
  return [batchSize * outHeight * outWidth, filterHeight * filterWidth * inChannels];
}

/** The same numbers as a matrix whose columns are the last axis. */
function asMatrix(x: tf.TensorInfo): tf.TensorInfo {
  const columns = x.shape[x.shape.length - 1];
  return { ...x, shape: [x.shape.reduce((a, b) => a * b, 1) / columns, columns] };
}

function free(backend: WasmBackend, ...tensors: tf.TensorInfo[]): void {
  for (const { dataId } of tensors) backend.disposeData(dataId);
}
