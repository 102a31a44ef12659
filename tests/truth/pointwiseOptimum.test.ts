import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { ganMinimax } from '../../src/objectives/gan';
import { leastSquares } from '../../src/objectives/leastSquares';
import type { Objective } from '../../src/objectives/objective';
import { pointwiseOptimum, type ScalarLosses } from '../../src/truth/pointwiseOptimum';

const softplus = (t: number) => Math.max(t, 0) + Math.log1p(Math.exp(-Math.abs(t)));
const gan: ScalarLosses = { phi: softplus, varphi: (t) => softplus(-t) };
const least: ScalarLosses = { phi: (t) => (t + 1) ** 2 / 2, varphi: (t) => (t - 1) ** 2 / 2 };

describe('the optimum at a point', () => {
  test.each([
    ['GAN', gan, ganMinimax],
    ['LSGAN', least, leastSquares({ a: -1, b: 1, c: 0 })],
  ] as [string, ScalarLosses, Objective][])('is that of the closed form: %s', (_, losses, objective) => {
    for (const [pReal, pFake] of [
      [1, 1],
      [0.8, 0.2],
      [0.1, 3],
      [1e-3, 1],
      [5, 1e-4],
    ])
      expect(pointwiseOptimum(losses, pReal, pFake)).toBeCloseTo(objective.optimum!(pReal, pFake), 6);
    for (const t of [-3, 0, 0.7]) {
      expect(objective.phi(tf.scalar(t)).dataSync()[0]).toBeCloseTo(losses.phi(t), 5);
      expect(objective.varphi(tf.scalar(t)).dataSync()[0]).toBeCloseTo(losses.varphi(t), 5);
    }
  });

  test('without fakes or reals it is a label, or for the GAN the end of the interval', () => {
    expect(pointwiseOptimum(least, 0, 2)).toBeCloseTo(-1, 6);
    expect(pointwiseOptimum(least, 2, 0)).toBeCloseTo(1, 6);
    expect(pointwiseOptimum(gan, 1, 0, [-5, 5])).toBeCloseTo(5, 6);
    expect(pointwiseOptimum(gan, 0, 1, [-5, 5])).toBeCloseTo(-5, 6);
  });

  test('bad input is named', () => {
    expect(() => pointwiseOptimum(gan, -1, 1)).toThrow('pReal must be finite and >= 0, got -1');
    expect(() => pointwiseOptimum(gan, 0, 0)).toThrow('got 0 for both');
    expect(() => pointwiseOptimum(gan, 1, 1, [2, 2])).toThrow('got [2, 2]');
  });
});
