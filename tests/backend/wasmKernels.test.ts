import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { stream } from '../../src/rng/stream';
import { select } from '../support/backends';

/** Random numbers of a shape. */
function numbers(shape: number[], purpose: string): Float32Array {
  const draw = stream(0, purpose);
  return Float32Array.from({ length: shape.reduce((a, b) => a * b, 1) }, draw.normal);
}

/** Runs `f` on wasm and on cpu and compares; nothing may be left behind on wasm. */
async function expectSame(f: () => tf.Tensor): Promise<void> {
  const results: Float32Array[] = [];
  for (const backend of ['cpu', 'wasm'] as const) {
    await select(backend);
    const before = tf.memory().numDataBuffers;
    results.push(tf.tidy(() => Float32Array.from(f().dataSync())));
    expect(tf.memory().numDataBuffers).toBe(before);
  }
  expect(results[1].length).toBe(results[0].length);
  results[0].forEach((value, i) => {
    expect(Math.abs(value - results[1][i])).toBeLessThan(1e-4 * (1 + Math.abs(value)));
  });
}

describe('matMul on wasm equals that on cpu', () => {
  for (const transposeA of [false, true])
    for (const transposeB of [false, true])
      test.each([
        [[], []],
        [[3], [3]],
        [
          [2, 1],
          [1, 3],
        ],
      ])(`transposed ${transposeA}, ${transposeB}; batches %j and %j`, async (batchA, batchB) => {
        const a = [...batchA, ...(transposeA ? [5, 4] : [4, 5])];
        const b = [...batchB, ...(transposeB ? [6, 5] : [5, 6])];
        await expectSame(() =>
          tf.matMul(tf.tensor(numbers(a, 'a'), a), tf.tensor(numbers(b, 'b'), b), transposeA, transposeB),
        );
      });
});

type Shape4D = [number, number, number, number];
type Pad = 'same' | 'valid' | number | Parameters<typeof tf.conv2d>[3];

const convolutions: [x: Shape4D, w: Shape4D, strides: number | [number, number], pad: Pad][] = [
  [[2, 8, 8, 3], [3, 3, 3, 4], 1, 'same'],
  [[2, 8, 8, 3], [3, 3, 3, 4], 2, 'same'],
  [[1, 9, 7, 2], [5, 3, 2, 1], 2, 'valid'],
  [[3, 8, 8, 1], [4, 4, 1, 2], 3, 'valid'],
  [[2, 6, 6, 2], [1, 1, 2, 5], 1, 'valid'],
  [[2, 7, 7, 2], [2, 2, 2, 5], 3, 'valid'],
  [[2, 7, 7, 2], [5, 5, 2, 3], 2, 2],
  [
    [2, 6, 8, 2],
    [3, 3, 2, 3],
    [2, 1],
    [
      [0, 0],
      [0, 3],
      [4, 1],
      [0, 0],
    ],
  ],
  [[2, 16, 16, 4], [5, 5, 4, 8], 2, 'same'],
  [[1, 2, 2, 1], [5, 5, 1, 1], 2, 'same'],
];

describe('the gradients of a convolution on wasm equal those on cpu', () => {
  describe.each(convolutions)('images %j, filter %j, stride %j, padding %j', (x, w, strides, pad) => {
    const loss = (images: tf.Tensor, filter: tf.Tensor) =>
      tf.sum(tf.square(tf.conv2d(images as tf.Tensor4D, filter as tf.Tensor4D, strides, pad as 'same')));
    const images = () => tf.tensor4d(numbers(x, 'x'), x);
    const filter = () => tf.tensor4d(numbers(w, 'w'), w);

    test('with respect to its filter', () => expectSame(() => tf.grad((k) => loss(images(), k))(filter())));
    test('with respect to its images', () => expectSame(() => tf.grad((k) => loss(k, filter()))(images())));
  });

  test('and so does that of a gradient penalty', async () => {
    await expectSame(() => {
      const x = tf.tensor4d(numbers([2, 6, 6, 1], 'x'), [2, 6, 6, 1]);
      const filter = tf.tensor4d(numbers([3, 3, 1, 2], 'w'), [3, 3, 1, 2]);
      return tf.grad((k) => {
        const critic = (images: tf.Tensor) =>
          tf.sum(tf.square(tf.relu(tf.conv2d(images as tf.Tensor4D, k as tf.Tensor4D, 2, 'same'))));
        return tf.sum(tf.square(tf.grad(critic)(x)));
      })(filter);
    });
  });
});
