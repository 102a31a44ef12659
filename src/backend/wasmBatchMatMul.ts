import type * as tf from '@tensorflow/tfjs';
import { asTensorInfo, type KernelArguments, kernel, type WasmKernel } from './wasmKernels';

/**
 * The wasm matrix product with its operands transposed beforehand.
 *
 * The stock kernel walks transposed operands column by column, about ten times slower than a transposition followed
 * by the straight product; every gradient of a dense layer has one. `tests/bench/wasmMatMul.ts` measures both.
 *
 * @param stock the kernel to hand the untransposed operands to
 */
export function fastBatchMatMul(stock: WasmKernel): WasmKernel {
  return ({ inputs, backend, attrs }: KernelArguments) => {
    const { transposeA, transposeB, ...rest } = attrs as { transposeA: boolean; transposeB: boolean };
    const swap = (x: tf.TensorInfo) => swapLastAxes(x, backend);
    const a = transposeA ? swap(inputs.a) : inputs.a;
    const b = transposeB ? swap(inputs.b) : inputs.b;
    const product = stock({
      inputs: { a, b },
      backend,
      attrs: { ...rest, transposeA: false, transposeB: false },
    });
    if (transposeA) backend.disposeData(a.dataId);
    if (transposeB) backend.disposeData(b.dataId);
    return product;
  };
}

function swapLastAxes(x: tf.TensorInfo, backend: KernelArguments['backend']): tf.TensorInfo {
  const perm = x.shape.map((_, axis) => axis);
  perm.push(...perm.splice(-2).reverse());
  return asTensorInfo(kernel('Transpose')({ inputs: { x }, backend, attrs: { perm } }));
}
