import { describe, expect, test } from 'vitest';
import { earthMover1d } from '../../src/distances/earthMover1d';
import { type PairDistances, pairDistances } from '../../src/truth/discretePair';
import { separatingSequences } from '../../src/truth/separatingSequences';

const numbers = [2, 3, 5, 8, 20];
const goesToZero = {
  movingAtom: ['earthMover', 'prokhorov'],
  foreignMass: ['reverseKullbackLeibler', 'jensenShannon', 'totalVariation', 'earthMover', 'prokhorov'],
  missingMass: ['kullbackLeibler', 'jensenShannon', 'totalVariation', 'earthMover', 'prokhorov'],
  slidingInterval: ['jensenShannon', 'totalVariation', 'earthMover', 'prokhorov'],
  escapingMass: ['reverseKullbackLeibler', 'jensenShannon', 'totalVariation', 'prokhorov'],
} as const;
const names = Object.keys(goesToZero) as (keyof typeof goesToZero)[];

describe.each(names)('%s', (name) => {
  const { pair, exact } = separatingSequences[name];

  test.each(numbers)('n = %d: the closed forms are what the general distances give', (n) => {
    const measured = pairDistances(pair(n));
    for (const [key, value] of Object.entries(exact(n)) as [keyof PairDistances, number][])
      if (value === Infinity) expect(measured[key], key).toBe(Infinity);
      else expect(measured[key], key).toBeCloseTo(value, 12);
  });

  test('exactly the distances that should go to 0 do', () => {
    const far = exact(10 ** 6);
    const small = (Object.keys(far) as (keyof PairDistances)[]).filter((key) => far[key] < 1e-5);
    expect(small.sort()).toEqual([...goesToZero[name]].sort());
  });

  test('refuses an n that is none', () => {
    expect(() => pair(1)).toThrow('n must be an integer >= 2, got 1');
    expect(() => exact(2.5)).toThrow('n must be an integer >= 2, got 2.5');
  });
});

test('the cells stand for uniform laws: W and Prokhorov stay when the cells are cut finer', () => {
  const n = 4;
  const finer = (masses: readonly number[]) =>
    masses.flatMap((mass) => Array(25).fill(mass / 25) as number[]);
  for (const name of ['missingMass', 'slidingInterval'] as const) {
    const { pair, exact } = separatingSequences[name];
    const { atoms, p, q } = pair(n);
    const middles = finer(p).map((_, i) => (i + 0.5) / (2 * n * 25));
    expect(atoms).toHaveLength(p.length);
    expect(earthMover1d(middles, middles, { weightsX: finer(p), weightsY: finer(q) })).toBeCloseTo(
      exact(n).earthMover,
      12,
    );
    const finerPair = { atoms: middles.map((x) => [x]), p: finer(p), q: finer(q) };
    expect(pairDistances(finerPair).prokhorov).toBeCloseTo(exact(n).prokhorov, 2);
  }
});
