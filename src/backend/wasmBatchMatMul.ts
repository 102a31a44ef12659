import type { KernelArguments, WasmKernel } from './wasmKernels';
import { transposed } from './wasmTransposed';

/**
 * The wasm matrix product with its operands transposed beforehand.
 *
 * The stock kernel walks transposed operands column by column, about ten times slower than a transposition followed
 * by the straight product; every gradient of a dense layer has one. `tests/bench/wasmCriticStep.ts` measures both.
 *
 * @param stock the kernel to hand the untransposed operands to
 */
export function fastBatchMatMul(stock: WasmKernel): WasmKernel {
  return ({ inputs, backend, attrs }: KernelArguments) => {
    const { transposeA, transposeB, ...rest } = attrs as { transposeA: boolean; transposeB: boolean };
    const a = transposeA ? transposed(inputs.a, backend) : inputs.a;
    const b = transposeB ? transposed(inputs.b, backend) : inputs.b;
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
