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

describe('the gradient of a convolution with respect to its filter on wasm equals that on cpu', () => {
  test.each([
    [[2, 8, 8, 3], [3, 3, 3, 4], 1, 'same'],
    [[2, 8, 8, 3], [3, 3, 3, 4], 2, 'same'],
    [[1, 9, 7, 2], [5, 3, 2, 1], 2, 'valid'],
    [[3, 8, 8, 1], [4, 4, 1, 2], 3, 'valid'],
    [[2, 6, 6, 2], [1, 1, 2, 5], 1, 'valid'],
    [[2, 7, 7, 2], [5, 5, 2, 3], 2, 2],
    [[2, 16, 16, 4], [5, 5, 4, 8], 2, 'same'],
  ] as [
    [number, number, number, number],
    [number, number, number, number],
    number,
    'same' | 'valid' | number,
  ][])('images %j, filter %j, stride %d, padding %s', async (x, w, strides, pad) => {
    await expectSame(() => {
      const images = tf.tensor4d(numbers(x, 'x'), x);
      const filter = tf.tensor4d(numbers(w, 'w'), w);
      return tf.grad((k) => tf.sum(tf.square(tf.conv2d(images, k as tf.Tensor4D, strides, pad))))(filter);
    });
  });

  test('and so does the gradient of a gradient penalty through a convolution', async () => {
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
