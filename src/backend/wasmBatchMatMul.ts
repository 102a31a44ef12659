import type * as tf from '@tensorflow/tfjs';
import type { Blas } from './blas/blas';
import { type Simd, simdOn } from './simd/simd';
import type { KernelArguments, WasmBackend, WasmKernel } from './wasmKernels';
import { transposed } from './wasmTransposed';

/**
 * The wasm matrix product, with the bits of the stock kernel: by our own routine where its shape allows, else with its
 * operands transposed beforehand. A BLAS, if there is one, takes over all products of one matrix by one; its bits differ.
 *
 * The stock kernel walks transposed operands column by column, about ten times slower than a transposition followed
 * by the straight product; every gradient of a dense layer has one. `tests/bench/wasmCriticStep.ts` measures both.
 *
 * @param stock the kernel to hand the untransposed operands to
 */
export function fastBatchMatMul(stock: WasmKernel, blas?: Blas): WasmKernel {
  return ({ inputs, backend, attrs }: KernelArguments) => {
    const { transposeA, transposeB, ...rest } = attrs as { transposeA: boolean; transposeB: boolean };
    const sizes = sizesOf(inputs.a, inputs.b, transposeA, transposeB);
    if (sizes && blas) return unlessZero(backend, inputs.a, inputs.b, sizes, blasProduct(blas));
    const simd = sizes && sizes.n >= narrowest && sizes.n % 4 === 0 ? simdOn(backend) : undefined;
    const a = transposeA && !simd ? transposed(inputs.a, backend) : inputs.a;
    const b = transposeB ? transposed(inputs.b, backend) : inputs.b;
    const product =
      sizes && simd
        ? unlessZero(backend, a, b, sizes, simdProduct(simd))
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
  transposeA: boolean;
  transposeB: boolean;
}

/** Writes a product to its place. */
type Multiply = (
  backend: WasmBackend,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  out: tf.TensorInfo,
  sizes: Sizes,
) => void;

const narrowest = 8; // columns of our routine; XNNPACK sums narrower products in another order

/** The sizes of a product of one matrix by one, none of whose sizes is 0; else undefined. */
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
    ({ shape, dtype }) => dtype === 'float32' && shape.slice(0, -2).every((size) => size === 1),
  );
  return isOne && depth === k && m * k * n > 0 ? { m, k, n, outer, transposeA, transposeB } : undefined;
}

/** A product by `multiply`; a matrix of zeros gives zeros without it, if all numbers of the other are finite. */
function unlessZero(
  backend: WasmBackend,
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  sizes: Sizes,
  multiply: Multiply,
): tf.TensorInfo {
  const { m, k, n, outer } = sizes;
  const out = backend.makeOutput([...outer, m, n], 'float32');
  const simd = (m * k) % 4 === 0 && (k * n) % 4 === 0 ? simdOn(backend) : undefined;
  const [[atA, bytesA], [atB, bytesB]] = [
    [backend.getMemoryOffset(a.dataId), 4 * m * k],
    [backend.getMemoryOffset(b.dataId), 4 * k * n],
  ];
  const isZero =
    simd &&
    ((simd.zeroBytes(atA, bytesA) === bytesA && simd.finiteBytes(atB, bytesB) === bytesB) ||
      (simd.zeroBytes(atB, bytesB) === bytesB && simd.finiteBytes(atA, bytesA) === bytesA));
  if (isZero) backend.typedArrayFromHeap(out).fill(0);
  else multiply(backend, a, b, out, sizes);
  return out;
}

/** By our own routine, which takes no transpose of b. */
function simdProduct(simd: Simd): Multiply {
  return (backend, a, b, out, { m, k, n, transposeA }) => {
    const scratch = backend.makeOutput([k * n + 4 * k], 'float32');
    const [atA, atB, atOut, atScratch] = [a, b, out, scratch].map(({ dataId }) =>
      backend.getMemoryOffset(dataId),
    );
    const [aRow, aDepth] = transposeA ? [4, 4 * m] : [4 * k, 4];
    simd.product(atA, atB, atOut, m, n, k, aRow, aDepth, atScratch);
    backend.disposeData(scratch.dataId);
  };
}

function blasProduct(blas: Blas): Multiply {
  return (backend, a, b, out, sizes) => {
    const [x, y, z] = [a, b, out].map((tensor) => backend.typedArrayFromHeap(tensor));
    blas.product(x, y, z, sizes);
  };
}
