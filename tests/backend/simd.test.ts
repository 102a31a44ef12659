import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { simdOn } from '../../src/backend/simd/simd';
import { transpose } from '../../src/backend/transpose';
import type { WasmBackend, WasmKernel } from '../../src/backend/wasmKernels';
import { stream } from '../../src/rng/stream';
import { select } from '../support/backends';
import { stockKernel } from '../support/stockKernels';

beforeAll(() => select('wasm'));

const backend = () => tf.backend() as unknown as WasmBackend;
const run = (config: tf.KernelConfig) => config.kernelFunc as unknown as WasmKernel;

/** Numbers of very different sizes, some of them 0 or -0. */
function numbers(size: number, purpose: string): Float32Array {
  const draw = stream(0, purpose);
  return Float32Array.from({ length: size }, () => {
    const x = draw.normal() * 10 ** draw.integer(6);
    return draw.integer(8) === 0 ? Math.sign(x) * 0 : x;
  });
}

function bits(x: tf.TensorInfo): { shape: number[]; bits: Int32Array } {
  const values = backend().typedArrayFromHeap(x);
  return { shape: x.shape, bits: new Int32Array(values.buffer, values.byteOffset, values.length).slice() };
}

/** What a kernel gives, ours and stock, on tensors of these shapes and numbers. */
function both(
  name: string,
  inputs: Record<string, tf.Tensor>,
  attrs: Record<string, unknown>,
  stockInputs = inputs,
  stockAttrs = attrs,
) {
  const before = tf.backend().numDataIds();
  const results = (
    [
      [tf.getKernel(name, 'wasm'), inputs, attrs],
      [stockKernel(name), stockInputs, stockAttrs],
    ] as const
  ).map(([kernel, given, attributes]) => {
    const out = run(kernel)({ inputs: given, backend: backend(), attrs: attributes }) as tf.TensorInfo;
    const result = bits(out);
    backend().disposeData(out.dataId);
    return result;
  });
  expect(tf.backend().numDataIds()).toBe(before);
  return results;
}

test('the routines run here', () => {
  expect(simdOn(backend())).toBeDefined();
});

describe('the matrix product has the bits of the stock kernel on operands that were transposed before', () => {
  const sizes: [m: number, k: number, n: number][] = [
    ...[4, 8, 12, 16, 20, 64].flatMap((n): [number, number, number][] => [
      [1, 1, n],
      [3, 7, n],
      [4, 4, n],
      [5, 1, n],
      [9, 30, n],
      [64, 64, n],
    ]),
    [2, 256, 64],
    [128, 256, 128],
    [256, 2, 64],
    [33, 100, 7],
    [10, 9, 1],
  ];
  for (const transposeA of [false, true])
    for (const transposeB of [false, true])
      test.each(sizes)(`[%d, %d] [%d], transposed ${transposeA}, ${transposeB}`, (m, k, n) => {
        const [a, b] = [numbers(m * k, 'a'), numbers(k * n, 'b')];
        const turned = (x: Float32Array, rows: number, columns: number) => {
          const out = new Float32Array(x.length);
          transpose(x, 1, rows, columns, out);
          return out;
        };
        tf.tidy(() => {
          const inputs = {
            a: transposeA ? tf.tensor(turned(a, m, k), [k, m]) : tf.tensor(a, [m, k]),
            b: transposeB ? tf.tensor(turned(b, k, n), [n, k]) : tf.tensor(b, [k, n]),
          };
          const straight = { a: tf.tensor(a, [m, k]), b: tf.tensor(b, [k, n]) };
          const none = { transposeA: false, transposeB: false };
          const [ours, stock] = both('BatchMatMul', inputs, { transposeA, transposeB }, straight, none);
          expect(ours).toEqual(stock);
        });
      });

  test.each([
    ['zeros by finite numbers', 0, 1],
    ['zeros by one infinity', 0, Number.POSITIVE_INFINITY],
    ['zeros by one that is no number', 0, Number.NaN],
    ['zeros of both signs', -0, -1],
    ['no zeros', 1, 2],
  ])('%s', (_, a, b) => {
    tf.tidy(() => {
      const zeros = tf.tensor2d(
        Float32Array.from({ length: 64 }, (__, i) => (i % 2 ? a : 0)),
        [8, 8],
      );
      const others = tf.tensor2d(
        Float32Array.from({ length: 64 }, (__, i) => (i === 37 ? b : i - 20)),
        [8, 8],
      );
      const attrs = { transposeA: false, transposeB: false };
      for (const inputs of [
        { a: zeros, b: others },
        { a: others, b: zeros },
      ]) {
        const [ours, stock] = both('BatchMatMul', inputs, attrs);
        expect(ours).toEqual(stock);
      }
    });
  });

  test('leading axes of size 1 stay', () => {
    tf.tidy(() => {
      const inputs = { a: tf.ones([1, 1, 3, 5]), b: tf.ones([5, 8]) };
      const out = tf.matMul(inputs.a, inputs.b);
      expect(out.shape).toEqual([1, 1, 3, 8]);
    });
  });
});

describe('the sum has the bits of the stock kernel', () => {
  test.each<[number[], number | number[]]>([
    [[256, 64], 0],
    [[7, 23], 0],
    [[7, 23], 1],
    [
      [7, 23],
      [0, 1],
    ],
    [[5, 1], 0],
    [
      [3, 4, 5],
      [0, 1],
    ],
    [
      [3, 4, 5],
      [1, 0],
    ],
    [
      [3, 4, 5],
      [0, 2],
    ],
    [
      [2, 3, 4, 33],
      [0, 1, 2],
    ],
    [[6], 0],
    [[3, 0], 0],
  ])('of %j over %j', (shape, axis) => {
    for (const keepDims of [false, true])
      tf.tidy(() => {
        const x = tf.tensor(numbers(tf.util.sizeFromShape(shape), 'x'), shape);
        const [ours, stock] = both('Sum', { x }, { axis, keepDims });
        expect(ours).toEqual(stock);
      });
  });

  test('of no rows it is 0, where the stock kernel leaves what was in memory', () => {
    const sums = tf.tidy(() => tf.sum(tf.zeros([0, 3]), 0).arraySync());
    expect(sums).toEqual([0, 0, 0]);
  });
});
