import * as tf from '@tensorflow/tfjs';
import { simdOn } from './simd/simd';
import type { KernelArguments, WasmKernel } from './wasmKernels';

/**
 * The wasm sum, with the bits of the stock kernel, but without its transposition where the first axes are summed over, as
 * in the gradient of a bias.
 *
 * @param stock the kernel for all other sums
 */
export function fastSum(stock: WasmKernel): WasmKernel {
  return ({ inputs, backend, attrs }: KernelArguments) => {
    const { axis, keepDims } = attrs as unknown as { axis: number | number[]; keepDims: boolean };
    const { x } = inputs;
    const axes = tf.util.parseAxisParam(axis, x.shape); // summed over in this order
    const isFirst = axes.length < x.shape.length && axes.every((value, i) => value === i);
    const rows = tf.util.sizeFromShape(x.shape.slice(0, axes.length));
    const columns = tf.util.sizeFromShape(x.shape.slice(axes.length));
    const simd = isFirst && x.dtype === 'float32' && columns > 0 ? simdOn(backend) : undefined;
    if (!simd) return stock({ inputs, backend, attrs });
    const shape = x.shape.slice(axes.length);
    const out = backend.makeOutput(keepDims ? [...axes.map(() => 1), ...shape] : shape, 'float32');
    const [from, to] = [x, out].map(({ dataId }) => backend.getMemoryOffset(dataId));
    simd.columnSums(from, to, rows, columns);
    return out;
  };
}
