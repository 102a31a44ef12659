import { describe, expect, test } from 'vitest';
import { stream } from '../../src/rng/stream';
import { convergenceInequalities, evaluateInequalities } from '../../src/truth/convergenceInequalities';
import { pairDistances, spread } from '../../src/truth/discretePair';
import { randomDiscretePair } from '../../src/truth/randomDiscretePair';

const draw = stream(7, 'pairs');
const pairs = Array.from({ length: 200 }, (_, i) => randomDiscretePair(draw.split(i)));

describe('randomDiscretePair', () => {
  test('gives two laws on the same atoms, never the same one twice', () => {
    for (const { atoms, p, q } of pairs) {
      expect(new Set([atoms.length, p.length, q.length]).size).toBe(1);
      for (const masses of [p, q]) {
        expect(Math.min(...masses)).toBeGreaterThanOrEqual(0);
        expect(masses.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
      }
      expect(p).not.toEqual(q);
    }
  });

  test('is of many kinds: finite and infinite KL, near and far, disjoint and overlapping', () => {
    const all = pairs.map(pairDistances);
    expect(all.filter((d) => d.kullbackLeibler === Infinity).length).toBeGreaterThan(20);
    expect(all.filter((d) => d.kullbackLeibler < 1).length).toBeGreaterThan(20);
    expect(Math.max(...all.map((d) => d.totalVariation))).toBeGreaterThan(0.99);
    expect(Math.min(...all.map((d) => d.totalVariation))).toBeLessThan(1e-2);
  });

  test('depends on its stream alone', () => {
    expect(randomDiscretePair(stream(3, 'x'))).toEqual(randomDiscretePair(stream(3, 'x')));
  });
});

describe('spread', () => {
  test('looks at atoms with mass only', () => {
    const atoms = [
      [0, 0],
      [3, 4],
      [100, 0],
      [0, 1],
    ];
    expect(spread({ atoms, p: [1, 0, 0, 0], q: [0, 0.5, 0, 0.5] })).toEqual({ diameter: 5, smallestGap: 1 });
  });
  test('of one atom is a space without distances', () => {
    expect(spread({ atoms: [[2]], p: [1], q: [1] })).toEqual({ diameter: 0, smallestGap: Infinity });
  });
});

describe.each(convergenceInequalities)('$formula', (one) => {
  const i = convergenceInequalities.indexOf(one);

  test('holds on random pairs', () => {
    for (const pair of pairs) {
      const { smaller, larger } = evaluateInequalities(pair)[i];
      expect(smaller).toBeLessThanOrEqual(larger + 1e-12);
    }
  });

  test('has the best constant: its extreme pairs come as near as one likes', () => {
    const ratio = (t: number) => {
      const { smaller, larger } = evaluateInequalities(one.extreme(t))[i];
      return smaller / larger;
    };
    expect(ratio(1e-3)).toBeGreaterThan(0.999);
    expect(ratio(1e-3)).toBeLessThanOrEqual(1 + 1e-9);
    expect(ratio(1e-3)).toBeGreaterThanOrEqual(ratio(0.1) - 1e-9);
  });

  test('is 0 <= 0 where both laws are the same', () => {
    const { smaller, larger } = evaluateInequalities({ atoms: [[0], [1]], p: [0.5, 0.5], q: [0.5, 0.5] })[i];
    expect([smaller, larger]).toEqual([0, 0]);
  });
});

test('the distances of a pair are those of P and Q in that order', () => {
  const { kullbackLeibler, reverseKullbackLeibler, ...rest } = pairDistances({
    atoms: [[0], [2]],
    p: [0.5, 0.5],
    q: [1, 0],
  });
  expect(kullbackLeibler).toBe(Infinity);
  expect(reverseKullbackLeibler).toBeCloseTo(Math.LN2, 15);
  expect(rest).toMatchObject({ totalVariation: 0.5, earthMover: 1, prokhorov: 0.5 });
});
