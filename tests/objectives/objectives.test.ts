import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { jensenShannon } from '../../src/distances/jensenShannon';
import { ganMinimax, ganNonSaturating } from '../../src/objectives/gan';
import type { Elementwise } from '../../src/objectives/objective';
import { wasserstein } from '../../src/objectives/wasserstein';
import { select } from '../support/backends';

beforeAll(() => select('cpu'));

const at = (f: Elementwise, x: number) => tf.tidy(() => f(tf.tensor2d([[x]])).dataSync()[0]);
const slope = (f: Elementwise, x: number) =>
  tf.tidy(
    () =>
      tf
        .grad((t) => tf.sum(f(t)))(tf.tensor2d([[x]]))
        .dataSync()[0],
  );
const d = (f: number) => 1 / (1 + Math.exp(-f));
const outputs = [-3, -0.5, 0, 0.5, 3];

describe.each([ganMinimax, ganNonSaturating])('$name', (objective) => {
  test('phi = -log(1 - D), varphi = -log D', () => {
    for (const f of outputs) {
      expect(at(objective.phi, f)).toBeCloseTo(-Math.log(1 - d(f)), 5);
      expect(at(objective.varphi, f)).toBeCloseTo(-Math.log(d(f)), 5);
    }
  });

  test('huge outputs stay finite', () => {
    expect(at(objective.phi, 1e4)).toBe(1e4);
    expect(at(objective.varphi, 1e4)).toBe(0);
    expect(slope(objective.phi, -1e4)).toBe(0);
  });

  test("optimum solves p_fake phi' + p_real varphi' = 0, and the estimate there is the JS divergence", () => {
    const p = [0.1, 0.2, 0.7];
    const q = [0.5, 0.3, 0.2];
    const f = p.map((real, i) => objective.optimum!(real, q[i]));
    f.forEach((value, i) => {
      expect(q[i] * slope(objective.phi, value) + p[i] * slope(objective.varphi, value)).toBeCloseTo(0, 6);
    });
    const loss = f.reduce(
      (sum, v, i) => sum + q[i] * at(objective.phi, v) + p[i] * at(objective.varphi, v),
      0,
    );
    expect(objective.estimate.of(loss)).toBeCloseTo(jensenShannon(p, q), 6);
    expect(objective.optimum!(1, 0)).toBe(Number.POSITIVE_INFINITY);
  });
});

test('minimax psi = log(1 - D) vanishes on rejected fakes, non-saturating psi = -log D does not', () => {
  for (const f of outputs) {
    expect(at(ganMinimax.psi, f)).toBeCloseTo(Math.log(1 - d(f)), 5);
    expect(at(ganNonSaturating.psi, f)).toBeCloseTo(-Math.log(d(f)), 5);
  }
  expect(Math.abs(slope(ganMinimax.psi, -20))).toBeLessThan(1e-8);
  expect(slope(ganNonSaturating.psi, -20)).toBeCloseTo(-1, 6);
});

test('WGAN: phi = f, varphi = psi = -f; the estimate is the difference of means', () => {
  expect([wasserstein.phi, wasserstein.varphi, wasserstein.psi].map((f) => at(f, 2))).toEqual([2, -2, -2]);
  expect(wasserstein.estimate.of(1 - 3)).toBe(2);
  expect(wasserstein.optimum).toBeUndefined();
});
