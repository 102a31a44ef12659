import type * as tf from '@tensorflow/tfjs';
import { type Simd, simdOn } from './simd/simd';
import type { KernelArguments, WasmBackend, WasmKernel } from './wasmKernels';
import { transposed } from './wasmTransposed';

/**
 * The wasm matrix product, with the bits of the stock kernel: by our own routine where its shape allows, else with its
 * operands transposed beforehand.
 *
 * The stock kernel walks transposed operands column by column, about ten times slower than a transposition followed
 * by the straight product; every gradient of a dense layer has one. `tests/bench/wasmCriticStep.ts` measures both.
 *
 * @param stock the kernel to hand the untransposed operands to
 */
export function fastBatchMatMul(stock: WasmKernel): WasmKernel {
  return ({ inputs, backend, attrs }: KernelArguments) => {
    const { transposeA, transposeB, ...rest } = attrs as { transposeA: boolean; transposeB: boolean };
    const sizes = sizesOf(inputs.a, inputs.b, transposeA, transposeB);
    const simd = sizes && simdOn(backend);
    const a = transposeA && !simd ? transposed(inputs.a, backend) : inputs.a;
    const b = transposeB ? transposed(inputs.b, backend) : inputs.b;
    const product = simd
      ? simdProduct(simd, backend, a, b, { ...sizes, transposeA })
      : stock({ inputs: { a, b }, backend, attrs: { ...rest, transposeA: false, transposeB: false } });
    if (a !== inputs.a) backend.disposeData(a.dataId);
    if (b !== inputs.b) backend.disposeData(b.dataId);
    return product;
  };
}

/** A product [m, k] [k, n]; `outer` are the leading axes of the result, all 1. */
interface Sizes {
  m: number;
  k: number;
  n: number;
  outer: number[];
}

const narrowest = 8; // columns; XNNPACK sums narrower products in another order

/** The sizes of a product that our routine makes: of one matrix by one, of as many columns as a vector or a multiple. */
function sizesOf(
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  transposeA: boolean,
  transposeB: boolean,
): Sizes | undefined {
  const outer = (a.shape.length > b.shape.length ? a : b).shape.slice(0, -2);
  const [rowsA, columnsA] = a.shape.slice(-2);
  const [rowsB, columnsB] = b.shape.slice(-2);
  const [m, k] = transposeA ? [columnsA, rowsA] : [rowsA, columnsA];
  const [depth, n] = transposeB ? [columnsB, rowsB] : [rowsB, columnsB];
  const isOne = [a, b].every(
    ({ shape, dtype }) => dtype === 'float32' && shape.slice(0, -2).every((x) => x === 1),
  );
  return isOne && depth === k && m > 0 && k > 0 && n >= narrowest && n % 4 === 0
    ? { m, k, n, outer }
    : undefined;
}

/** The product of a, or its transpose, with b. A matrix of zeros gives zeros, if all numbers of the other are finite. */
function simdProduct(
  simd: Simd,
  backend: WasmBackend,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  { m, k, n, outer, transposeA }: Sizes & { transposeA: boolean },
): tf.TensorInfo {
  const out = backend.makeOutput([...outer, m, n], 'float32');
  const [bytesA, bytesB] = [4 * m * k, 4 * k * n];
  const address = ({ dataId }: tf.TensorInfo) => backend.getMemoryOffset(dataId);
  const areZeros = (at: number, bytes: number, other: number, otherBytes: number) =>
    bytes % 16 === 0 &&
    otherBytes % 16 === 0 &&
    simd.zeroBytes(at, bytes) === bytes &&
    simd.finiteBytes(other, otherBytes) === otherBytes;
  const [atA, atB] = [address(a), address(b)];
  if (areZeros(atA, bytesA, atB, bytesB) || areZeros(atB, bytesB, atA, bytesA))
    backend.typedArrayFromHeap(out).fill(0);
  else {
    const scratch = backend.makeOutput([k * n + 4 * k], 'float32');
    const [aRow, aDepth] = transposeA ? [4, 4 * m] : [4 * k, 4];
    simd.product(atA, atB, address(out), m, n, k, aRow, aDepth, address(scratch));
    backend.disposeData(scratch.dataId);
  }
  return out;
}
