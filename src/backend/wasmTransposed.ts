import type * as tf from '@tensorflow/tfjs';
import { simdOn } from './simd/simd';
import { transpose } from './transpose';
import type { WasmBackend } from './wasmKernels';

/** A tensor with its last two axes swapped, owned by the caller: much faster than the stock kernel. */
export function transposed(x: tf.TensorInfo, backend: WasmBackend): tf.TensorInfo {
  const [rows, columns] = x.shape.slice(-2);
  const others = x.shape.slice(0, -2);
  const out = backend.makeOutput([...others, columns, rows], 'float32');
  const count = others.reduce((a, b) => a * b, 1);
  const simd = rows % 4 === 0 && columns % 4 === 0 ? simdOn(backend) : undefined;
  if (simd) {
    const [from, to] = [x, out].map(({ dataId }) => backend.getMemoryOffset(dataId));
    for (let k = 0; k < count; k++)
      simd.transpose(from + 4 * k * rows * columns, to + 4 * k * rows * columns, rows, columns);
  } else transpose(backend.typedArrayFromHeap(x), count, rows, columns, backend.typedArrayFromHeap(out));
  return out;
}
