import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jensenShannon } from '../../src/distances/jensenShannon';
import { leastSquares } from '../../src/objectives/leastSquares';
import { stream } from '../../src/rng/stream';
import { fisherOptimum } from '../../src/truth/fisherOptimum';
import { randomDiscretePair } from '../../src/truth/randomDiscretePair';

const sum = (terms: ArrayLike<number>) => Array.from(terms).reduce((a, b) => a + b, 0);
const gain = (f: ArrayLike<number>, p: readonly number[], q: readonly number[]) =>
  sum(p.map((mass, i) => (mass === q[i] ? 0 : f[i] * (mass - q[i]))));
const secondMoment = (f: ArrayLike<number>, p: readonly number[], q: readonly number[]) =>
  sum(p.map((mass, i) => (mass + q[i] === 0 ? 0 : (f[i] ** 2 * (mass + q[i])) / 2)));

/** Climbs gain / sqrt(E_mu f^2), which does not know the closed form, from a random start. */
function climbed(p: readonly number[], q: readonly number[], seed: number): number[] {
  const draw = stream(seed, 'start');
  let f = p.map(() => draw.normal());
  for (let step = 0; step < 5_000; step++) {
    const scale = Math.sqrt(secondMoment(f, p, q));
    f = f.map((value) => value / scale);
    const reached = gain(f, p, q);
    f = f.map((value, i) => value + 0.5 * (p[i] - q[i] - (reached * value * (p[i] + q[i])) / 2));
  }
  const scale = Math.sqrt(secondMoment(f, p, q));
  return f.map((value) => value / scale);
}

const masses = (n: number) =>
  fc
    .array(fc.integer({ min: 0, max: 20 }), { minLength: n, maxLength: n })
    .filter((list) => sum(list) > 0)
    .map((list) => list.map((mass) => mass / sum(list)));

describe('the optimum of the Fisher integral probability metric', () => {
  test('climbing the metric from a random start ends in the closed form', () => {
    for (const seed of [0, 1, 2]) {
      const [p, q] = ['p', 'q'].map((name) => {
        const draw = stream(seed, name);
        const masses = Array.from({ length: 7 }, () => 0.05 + draw.uniform());
        return masses.map((mass) => mass / sum(masses));
      });
      const { value, critic } = fisherOptimum(p, q);
      const f = climbed(p, q, seed);
      expect(gain(f, p, q)).toBeCloseTo(value, 10);
      critic.forEach((best, i) => {
        expect(f[i]).toBeCloseTo(best, 8);
      });
    }
  });

  test('it attains its value with mean square 1, and no other f of the class exceeds it', () => {
    fc.assert(
      fc.property(
        masses(6),
        masses(6),
        fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: 6, maxLength: 6 }),
        (p, q, f) => {
          const { value, critic } = fisherOptimum(p, q);
          expect(gain(critic, p, q)).toBeCloseTo(value, 12);
          if (value > 0) expect(secondMoment(critic, p, q)).toBeCloseTo(1, 12);
          const size = Math.sqrt(secondMoment(f, p, q));
          if (size > 1e-9) expect(gain(f, p, q) / size).toBeLessThanOrEqual(value + 1e-12);
        },
      ),
    );
  });

  test('for disjoint supports it is 1 on the real atoms, -1 on the fake ones and the value 2', () => {
    const { value, critic } = fisherOptimum([0.2, 0.8, 0, 0, 0], [0, 0, 0, 0.7, 0.3]);
    expect(value).toBeCloseTo(2, 14);
    expect(Array.from(critic)).toEqual(
      [1, 1, NaN, -1, -1].map((v) => (Number.isNaN(v) ? v : expect.closeTo(v, 14))),
    );
  });

  test('two intervals of length 1 that overlap but for d: 2 sqrt(d), and 2 / F on what is only real', () => {
    for (const tenths of [1, 3, 5, 10]) {
      const [p, q] = [0, tenths].map((from) =>
        Array.from({ length: 20 }, (_, i) => Number(i >= from && i < from + 10)),
      );
      const { value, critic } = fisherOptimum(p, q);
      expect(value).toBeCloseTo(2 * Math.sqrt(tenths / 10), 13);
      expect(critic[0]).toBeCloseTo(2 / value, 13);
      if (tenths < 10) expect(critic[9]).toBe(0);
    }
  });

  test('it is 2 / F times the optimum of least squares with labels -1 and 1', () => {
    const { p, q } = randomDiscretePair(stream(3, 'pair'));
    const { value, critic } = fisherOptimum(p, q);
    const { optimum } = leastSquares({ a: -1, b: 1, c: 0 });
    critic.forEach((f, i) => {
      if (p[i] + q[i] > 0) expect(f).toBeCloseTo((2 / value) * optimum!(p[i], q[i]), 12);
    });
    expect((value / 2) ** 2).toBeLessThanOrEqual(jensenShannon(p, q) / (0.5 * Math.LN2) + 1e-12);
  });

  test('exchanging the laws changes the sign of the critic; of equal laws it is 0', () => {
    const there = fisherOptimum([0.1, 0.6, 0.3], [0.5, 0.5, 0]);
    const back = fisherOptimum([5, 5, 0], [1, 6, 3]); // masses of any sum
    expect(back.value).toBeCloseTo(there.value, 14);
    there.critic.forEach((f, i) => {
      expect(back.critic[i]).toBeCloseTo(-f, 13);
    });
    expect(fisherOptimum([1, 3], [1, 3])).toEqual({ value: 0, critic: Float64Array.of(0, 0) });
  });

  test('bad input is named', () => {
    expect(() => fisherOptimum([1], [1, 2])).toThrow('same atoms, got 1 and 2');
    expect(() => fisherOptimum([1, -2], [1, 2])).toThrow('masses of p must be finite and >= 0, got -2 at 1');
    expect(() => fisherOptimum([1, 2], [0, 0])).toThrow('q must have mass, got 0');
    expect(() => fisherOptimum([1, 2], [0, NaN])).toThrow(
      'masses of q must be finite and >= 0, got NaN at 1',
    );
  });
});
