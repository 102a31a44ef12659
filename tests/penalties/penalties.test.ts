import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { gradientPenalty } from '../../src/penalties/gradientPenalty';
import { interpolates } from '../../src/penalties/interpolates';
import { oneSidedGradientPenalty } from '../../src/penalties/oneSidedGradientPenalty';
import { weightClip } from '../../src/penalties/weightClip';
import { stream } from '../../src/rng/stream';
import { portable, select } from '../support/backends';

describe.each(portable)('on %s', (backend) => {
  beforeAll(() => select(backend));

  test.each([
    [10, 1, [3, 4], 160],
    [0.1, 1, [3, 4], 1.6],
    [10, 0, [3, 4], 250],
    [10, 1, [0.6, 0.8], 0],
    [10, 1, [0, 0], 10],
  ])(
    'gradient penalty with lambda %d, target %d on the critic w x, w = %j, is %d',
    (lambda, target, w, expected) => {
      const critic = (x: tf.Tensor2D) => tf.matMul(x, tf.tensor2d(w, [2, 1])) as tf.Tensor2D;
      tf.tidy(() => {
        const value = gradientPenalty({ lambda, target }).value(
          critic,
          tf.tensor2d([
            [1, 2],
            [3, 4],
            [5, 6],
          ]),
        );
        expect(value.dataSync()[0]).toBeCloseTo(expected, 4);
      });
    },
  );

  test.each([
    [10, 1, [3, 4], 160],
    [0.1, 1, [3, 4], 1.6],
    [10, 2, [3, 4], 90],
    [10, 1, [0.6, 0.8], 0],
    [10, 1, [0.3, 0.4], 0],
    [10, 1, [0, 0], 0],
  ])(
    'one-sided gradient penalty with lambda %d, target %d on the critic w x, w = %j, is %d',
    (lambda, target, w, expected) => {
      const critic = (x: tf.Tensor2D) => tf.matMul(x, tf.tensor2d(w, [2, 1])) as tf.Tensor2D;
      tf.tidy(() => {
        const value = oneSidedGradientPenalty({ lambda, target }).value(critic, tf.ones([3, 2]));
        expect(value.dataSync()[0]).toBeCloseTo(expected, 4);
      });
    },
  );

  test('the one-sided penalty counts only the rows that are too steep', () => {
    // f = sum x^2 / 2 has slope ‖x‖: here 5 and 0.5
    const critic = (x: tf.Tensor2D) => tf.mul(0.5, tf.sum(tf.square(x), 1, true)) as tf.Tensor2D;
    tf.tidy(() => {
      const points = tf.tensor2d([
        [3, 4],
        [0.3, 0.4],
      ]);
      expect(oneSidedGradientPenalty({ lambda: 1 }).value(critic, points).dataSync()[0]).toBeCloseTo(
        16 / 2,
        5,
      );
      expect(gradientPenalty({ lambda: 1 }).value(critic, points).dataSync()[0]).toBeCloseTo(16.25 / 2, 5);
    });
  });

  test('interpolates lie on the segments, one epsilon a row, spread evenly', () => {
    tf.tidy(() => {
      const n = 2000;
      const points = interpolates(tf.ones([n, 2]), tf.zeros([n, 2]), stream(0, 'x')).arraySync();
      for (const [a, b] of points) expect(a).toBe(b);
      const epsilon = points.map(([a]) => a);
      expect(Math.min(...epsilon)).toBeGreaterThanOrEqual(0);
      expect(epsilon.reduce((a, b) => a + b) / n).toBeCloseTo(0.5, 1);
      expect(new Set(epsilon).size).toBeGreaterThan(n * 0.99);
    });
  });

  test.each([0.01, 0.1, 0.3])(
    'after a clip at %d no parameter is above it, not by a rounding either',
    (c) => {
      tf.tidy(() => {
        const clipped = weightClip(c).project([tf.tensor1d([-5, -c / 2, 0, c / 2, 5]), tf.tensor1d([1])]);
        const numbers = clipped.flatMap((p) => [...p.dataSync()]);
        for (const w of numbers) expect(Math.abs(w)).toBeLessThanOrEqual(c);
        expect(numbers[0]).toBeCloseTo(-c, 6);
        expect(numbers[1]).toBe(Math.fround(-c / 2));
      });
    },
  );
});

test('impossible parameters are refused by name', () => {
  expect(() => gradientPenalty({ lambda: 0 })).toThrow('lambda must be finite and > 0, got 0');
  expect(() => oneSidedGradientPenalty({ lambda: -1 })).toThrow(
    'oneSidedGradientPenalty: lambda must be finite and > 0, got -1',
  );
  expect(() => gradientPenalty({ target: -1 })).toThrow('target must be finite and >= 0, got -1');
  expect(() => weightClip(-1)).toThrow('c must be finite and > 0, got -1');
  expect(() => interpolates(tf.zeros([2, 2]), tf.zeros([3, 2]), stream(0, 'x'))).toThrow(
    'got [2,2] and [3,2]',
  );
});
