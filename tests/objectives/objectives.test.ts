import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { jensenShannon } from '../../src/distances/jensenShannon';
import { totalVariation } from '../../src/distances/totalVariation';
import { distinguishing } from '../../src/objectives/distinguishing';
import { ganMinimax, ganNonSaturating } from '../../src/objectives/gan';
import { hinge } from '../../src/objectives/hinge';
import { leastSquares } from '../../src/objectives/leastSquares';
import {
  lganExp,
  lganHinge,
  lganLinear,
  lganLogSigmoid,
  lganSqrt,
  lganSquare,
} from '../../src/objectives/lipschitzGan';
import type { Elementwise, Objective } from '../../src/objectives/objective';
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
const p = [0.1, 0.2, 0.7];
const q = [0.5, 0.3, 0.2];

/** The critic's loss when it says f[i] at atom i. */
const lossOf = ({ phi, varphi }: Objective, f: number[]) =>
  f.reduce((sum, value, i) => sum + q[i] * at(phi, value) + p[i] * at(varphi, value), 0);

/** Where p varphi + q phi is smallest, by ternary search: it is convex. */
function pointwiseMinimum({ phi, varphi }: Objective, pReal: number, pFake: number): number {
  let [low, high] = [-20, 20];
  const loss = (f: number) => pFake * at(phi, f) + pReal * at(varphi, f);
  for (let i = 0; i < 60; i++) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (loss(left) < loss(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

const triangular = (p: number[], q: number[]) =>
  p.reduce((sum, value, i) => sum + (value - q[i]) ** 2 / (value + q[i]), 0);

const hellinger = (p: number[], q: number[]) =>
  1 - p.reduce((sum, value, i) => sum + Math.sqrt(value * q[i]), 0);

describe.each([
  { objective: ganMinimax, distance: jensenShannon },
  { objective: ganNonSaturating, distance: jensenShannon },
  { objective: leastSquares(), distance: (p: number[], q: number[]) => triangular(p, q) / 2 },
  {
    objective: leastSquares({ a: -1, b: 1, c: 0 }),
    distance: (p: number[], q: number[]) => triangular(p, q) / 2,
  },
  { objective: leastSquares({ a: 3, b: -2 }), distance: (p: number[], q: number[]) => triangular(p, q) / 2 },
  { objective: hinge, distance: totalVariation },
  { objective: lganExp, distance: hellinger },
  { objective: lganSqrt, distance: hellinger },
  { objective: lganLogSigmoid, distance: jensenShannon },
  { objective: lganSquare({ alpha: 2 }), distance: (p: number[], q: number[]) => triangular(p, q) / 2 },
  { objective: lganHinge({ alpha: 0.5 }), distance: totalVariation },
])('$objective.name', ({ objective, distance }) => {
  test('its optimum is where the loss at a point is smallest', () => {
    p.forEach((pReal, i) => {
      expect(pointwiseMinimum(objective, pReal, q[i])).toBeCloseTo(objective.optimum!(pReal, q[i]), 2);
    });
  });

  test('its estimate at the optimum is the distance that it names, and less elsewhere', () => {
    const best = p.map((pReal, i) => objective.optimum!(pReal, q[i]));
    expect(objective.estimate.of(lossOf(objective, best))).toBeCloseTo(distance(p, q), 6);
    for (const shift of [-0.3, 0.3])
      expect(
        objective.estimate.of(
          lossOf(
            objective,
            best.map((f) => f + shift),
          ),
        ),
      ).toBeLessThan(distance(p, q));
  });
});

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

  test("the optimum solves p_fake phi' + p_real varphi' = 0, and is infinite where there is no fake", () => {
    p.forEach((pReal, i) => {
      const f = objective.optimum!(pReal, q[i]);
      expect(q[i] * slope(objective.phi, f) + pReal * slope(objective.varphi, f)).toBeCloseTo(0, 6);
    });
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

describe('φ(t) = t on a discriminator in [0, 1]', () => {
  const { phi, varphi, psi, optimum, estimate } = distinguishing;

  test('phi = D, varphi = psi = -D', () => {
    for (const f of outputs) {
      expect(at(phi, f)).toBeCloseTo(d(f), 6);
      expect(at(varphi, f)).toBeCloseTo(-d(f), 6);
      expect(at(psi, f)).toBeCloseTo(-d(f), 6);
    }
  });

  test('its estimate is 0 for D = 1/2, the total variation for the best D, and never more', () => {
    const finite = (f: number) => Math.max(-40, Math.min(40, f));
    const best = p.map((pReal, i) => finite(optimum!(pReal, q[i])));
    expect(estimate.of(lossOf(distinguishing, [0, 0, 0]))).toBeCloseTo(0, 12);
    expect(estimate.of(lossOf(distinguishing, best))).toBeCloseTo(totalVariation(p, q), 6);
    expect(estimate.of(lossOf(distinguishing, [-40, -40, -40]))).toBeLessThan(totalVariation(p, q));
    expect(optimum!(0.3, 0.3)).toBe(0);
  });
});

describe('LSGAN', () => {
  test('phi, varphi and psi are half the squared distances to a, b and c', () => {
    const { phi, varphi, psi } = leastSquares({ a: -1, b: 2, c: 0.5 });
    for (const f of outputs) {
      expect(at(phi, f)).toBeCloseTo((f + 1) ** 2 / 2, 5);
      expect(at(varphi, f)).toBeCloseTo((f - 2) ** 2 / 2, 5);
      expect(at(psi, f)).toBeCloseTo((f - 0.5) ** 2 / 2, 5);
    }
  });

  test('by default fakes are 0, real points 1, and the generator wants 1', () => {
    const { phi, varphi, psi } = leastSquares();
    expect([at(phi, 0), at(varphi, 1), at(psi, 1)]).toEqual([0, 0, 0]);
  });

  test('with b - c = 1 and b - a = 2 both optimal losses of the generator make chi-squared(p + q, 2 q)', () => {
    const { optimum, psi } = leastSquares({ a: -1, b: 1, c: 0 });
    const f = p.map((pReal, i) => optimum!(pReal, q[i]));
    // the paper adds the term on real points, which does not depend on the generator's parameters
    const loss = f.reduce((sum, value, i) => sum + (p[i] + q[i]) * at(psi, value), 0);
    const chiSquared = p.reduce(
      (sum, pReal, i) => sum + (2 * q[i] - (pReal + q[i])) ** 2 / (pReal + q[i]),
      0,
    );
    expect(2 * loss).toBeCloseTo(chiSquared, 6);
  });

  test('a fake far on the real side is still pulled back, where the GAN lets it go', () => {
    expect(slope(leastSquares().psi, 8)).toBeCloseTo(7, 5);
    expect(Math.abs(slope(ganNonSaturating.psi, 8))).toBeLessThan(3.4e-4);
  });

  test('labels that teach nothing are refused', () => {
    expect(() => leastSquares({ a: 1 })).toThrow('a and b must differ, got 1 for both');
    expect(() => leastSquares({ c: Number.NaN })).toThrow('c must be finite, got NaN');
  });
});

test('hinge: no loss beyond the margin 1, slope 1 inside; the generator follows f', () => {
  const { phi, varphi, psi } = hinge;
  expect([-3, -0.5, 0.5].map((f) => at(phi, f))).toEqual([0, 0.5, 1.5]);
  expect([3, 0.5, -0.5].map((f) => at(varphi, f))).toEqual([0, 0.5, 1.5]);
  expect([slope(phi, -3), slope(phi, 0), slope(varphi, 0), slope(varphi, 3)]).toEqual([0, 1, -1, -0]);
  expect(at(psi, 2)).toBe(-2);
  expect(hinge.optimum!(0.3, 0.3)).toBe(0);
});

describe('Lipschitz GANs', () => {
  test.each([
    { objective: lganLinear, phi: (t: number) => t, derivative: () => 1 },
    { objective: lganExp, phi: Math.exp, derivative: Math.exp },
    { objective: lganLogSigmoid, phi: (t: number) => -Math.log(d(-t)), derivative: d },
    {
      objective: lganSqrt,
      phi: (t: number) => t + Math.sqrt(t * t + 1),
      derivative: (t: number) => 1 + t / Math.sqrt(t * t + 1),
    },
    {
      objective: lganSquare({ alpha: 2 }),
      phi: (t: number) => (t + 2) ** 2,
      derivative: (t: number) => 2 * (t + 2),
    },
    {
      objective: lganHinge({ alpha: 2 }),
      phi: (t: number) => Math.max(0, t + 2),
      derivative: (t: number) => (t > -2 ? 1 : 0),
    },
  ])(
    '$objective.name: phi and its slope, varphi(t) = phi(-t), psi(t) = -t',
    ({ objective, phi, derivative }) => {
      for (const f of outputs) {
        expect(at(objective.phi, f)).toBeCloseTo(phi(f), 4);
        expect(at(objective.varphi, f)).toBeCloseTo(phi(-f), 4);
        expect(slope(objective.phi, f)).toBeCloseTo(derivative(f), 4);
        expect(slope(objective.varphi, f)).toBeCloseTo(-derivative(-f), 4);
        expect(at(objective.psi, f)).toBe(-f);
      }
    },
  );

  test('x, exp, -log sigma(-x) and sqrt rise everywhere; square and hinge do not', () => {
    const grid = Array.from({ length: 41 }, (_, i) => i / 2 - 10);
    const rises = ({ phi }: Objective) => grid.every((f) => slope(phi, f) > 0);
    expect([lganLinear, lganExp, lganLogSigmoid, lganSqrt].map(rises)).toEqual([true, true, true, true]);
    expect([lganSquare(), lganHinge()].map(rises)).toEqual([false, false]);
  });

  test('x is the objective of the WGAN', () => {
    expect([lganLinear.phi, lganLinear.varphi, lganLinear.psi].map((f) => at(f, 2))).toEqual([2, -2, -2]);
    expect(lganLinear.estimate.of(-3)).toBe(3);
    expect(lganLinear.optimum).toBeUndefined();
  });

  test('a margin that is no margin is refused', () => {
    expect(() => lganSquare({ alpha: 0 })).toThrow('lganSquare: alpha must be finite and > 0, got 0');
    expect(() => lganHinge({ alpha: Number.NaN })).toThrow(
      'lganHinge: alpha must be finite and > 0, got NaN',
    );
  });
});
