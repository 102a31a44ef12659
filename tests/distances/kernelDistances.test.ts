import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { energyDistance } from '../../src/distances/energyDistance';
import { maximumMeanDiscrepancy } from '../../src/distances/maximumMeanDiscrepancy';
import { medianBandwidth } from '../../src/distances/medianBandwidth';
import { stream } from '../../src/rng/stream';
import fixture from '../fixtures/softDistances.json';

const coordinate = fc.double({ min: -10, max: 10, noNaN: true });
const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 8 });
const shifted = (x: number[][]) => x.map(([u, v]) => [u + 2, v - 1]);
const turned = (x: number[][]) => x.map(([u, v]) => [0.6 * u - 0.8 * v, 0.8 * u + 0.6 * v]);
const between = (a: number[], b: number[]) => Math.hypot(...a.map((value, k) => value - b[k]));

/** Mean of a function of the distance over all pairs: the definition, as a double loop. */
function meanOfPairs(x: number[][], y: number[][], of: (distance: number) => number): number {
  let sum = 0;
  for (const a of x) for (const b of y) sum += of(between(a, b));
  return sum / (x.length * y.length);
}

describe('energyDistance', () => {
  test.each(fixture.energy)('$n against $m points on the line, against SciPy', ({ root, ...row }) => {
    expect(Math.abs(Math.sqrt(energyDistance(row.x, row.y, { dim: 1, ...row })) - root)).toBeLessThan(1e-13);
  });

  test('two atoms: twice their distance', () => {
    expect(energyDistance([0, 0], [3, 4], { dim: 2 })).toBe(10);
  });

  test('the atoms {0, 1} against the atom 0: 2 / 2 - 1 / 2', () => {
    expect(energyDistance([0, 1], [0], { dim: 1 })).toBe(1 / 2);
    expect(energyDistance([0, 1], [0], { dim: 1, weightsX: [1 / 4, 3 / 4] })).toBe(
      (2 * 3) / 4 - (2 * 3) / 16,
    );
  });

  test('equals the double loop; zero on itself; symmetric; unchanged by shifts, turns and permutations', () => {
    fc.assert(
      fc.property(points, points, (x, y) => {
        const id = (distance: number) => distance;
        const slow = 2 * meanOfPairs(x, y, id) - meanOfPairs(x, x, id) - meanOfPairs(y, y, id);
        const distance = energyDistance(x, y);
        expect(distance).toBeCloseTo(slow, 10);
        expect(energyDistance(x, x.toReversed())).toBeCloseTo(0, 12);
        expect(energyDistance(y, x)).toBeCloseTo(distance, 12);
        expect(energyDistance(turned(shifted(x)), turned(shifted(y)).toReversed())).toBeCloseTo(distance, 10);
      }),
      { numRuns: 200, seed: 0 },
    );
  });

  test('weights count as repeated points would', () => {
    const merged = energyDistance(
      [
        [0, 1],
        [2, 3],
      ],
      [[5, 5]],
      { weightsX: [1 / 3, 2 / 3] },
    );
    expect(
      energyDistance(
        [
          [0, 1],
          [2, 3],
          [2, 3],
        ],
        [[5, 5]],
      ),
    ).toBeCloseTo(merged, 14);
  });
});

describe('maximumMeanDiscrepancy', () => {
  test.each(fixture.discrepancy)('$n against $m points in dimension $dim, against NumPy', (row) => {
    const { x, y, dim, bandwidth } = row;
    const mmd = (unbiased: boolean) => maximumMeanDiscrepancy(x, y, { dim, bandwidth, unbiased }).squared;
    expect(Math.abs(mmd(false) - row.biased)).toBeLessThan(1e-14);
    expect(Math.abs(mmd(true) - row.unbiased)).toBeLessThan(1e-14);
    expect(Math.abs(medianBandwidth(x, y, { dim }) - row.median)).toBeLessThan(1e-14);
  });

  test('two atoms: 2 - 2 exp(-|x - y|^2 / (2 h^2))', () => {
    const { squared } = maximumMeanDiscrepancy([0, 0], [3, 4], { dim: 2, bandwidth: 5 });
    expect(squared).toBeCloseTo(2 - 2 * Math.exp(-1 / 2), 15);
  });

  test('two normal laws, 2000 points each: the closed form, within two standard errors', () => {
    const [h, s, mean, n] = [0.8, 1.5, 0.7, 2000];
    const expected = (variance: number, shift: number) =>
      (h / Math.sqrt(h * h + variance)) * Math.exp((-shift * shift) / (2 * (h * h + variance)));
    const exact = expected(2, 0) + expected(2 * s * s, 0) - 2 * expected(1 + s * s, mean);
    const draw = stream(0, 'mmd');
    const x = Array.from({ length: n }, draw.normal);
    const y = Array.from({ length: n }, () => mean + s * draw.normal());
    const { squared } = maximumMeanDiscrepancy(x, y, { dim: 1, bandwidth: h, unbiased: true });
    // One standard error is 2 sqrt((Var w(X) + Var w(Y)) / n) = 0.008 with the witness w = E k(., X) - E k(., Y),
    // whose variances are 0.011 and 0.019.
    expect(exact).toBeGreaterThan(0.05);
    expect(Math.abs(squared - exact)).toBeLessThan(0.016);
  });

  test('on samples of one law the unbiased estimate is negative about as often as not, the biased one never', () => {
    const draw = stream(0, 'null');
    const normal = () => Array.from({ length: 20 }, draw.normal);
    const estimates = Array.from({ length: 200 }, () => {
      const [x, y] = [normal(), normal()];
      return [false, true].map(
        (unbiased) => maximumMeanDiscrepancy(x, y, { dim: 1, bandwidth: 1, unbiased }).squared,
      );
    });
    const negative = estimates.filter(([, unbiased]) => unbiased < 0).length;
    expect(negative).toBeGreaterThan(80);
    expect(negative).toBeLessThan(160);
    expect(Math.abs(estimates.reduce((sum, [, unbiased]) => sum + unbiased, 0) / 200)).toBeLessThan(0.01);
    for (const [biased] of estimates) {
      expect(biased).toBeGreaterThan(0);
      expect(biased).toBeLessThan(2);
    }
  });

  test('equals the double loop; zero on itself; symmetric; unchanged by shifts, turns and permutations', () => {
    const squared = (x: number[][], y: number[][]) =>
      maximumMeanDiscrepancy(x, y, { bandwidth: [1, 4] }).squared;
    const kernel = (distance: number) =>
      (Math.exp(-(distance ** 2) / 2) + Math.exp(-(distance ** 2) / 32)) / 2;
    fc.assert(
      fc.property(points, points, (x, y) => {
        const slow = meanOfPairs(x, x, kernel) + meanOfPairs(y, y, kernel) - 2 * meanOfPairs(x, y, kernel);
        expect(squared(x, y)).toBeCloseTo(slow, 12);
        expect(squared(x, x.toReversed())).toBeCloseTo(0, 12);
        expect(squared(y, x)).toBeCloseTo(squared(x, y), 12);
        expect(squared(turned(shifted(x)), turned(shifted(y)).toReversed())).toBeCloseTo(squared(x, y), 10);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test('a wide kernel sees the means: h^2 MMD^2 tends to their squared distance', () => {
    const { squared } = maximumMeanDiscrepancy([0, 2], [3, 5], { dim: 1, bandwidth: 1000 });
    expect(squared * 1e6).toBeCloseTo(9, 3);
  });

  test('widths of 1e-200 neither underflow nor make NaN', () => {
    expect(maximumMeanDiscrepancy([0], [1], { dim: 1, bandwidth: 1e-200 }).squared).toBe(2);
    expect(maximumMeanDiscrepancy([0], [0], { dim: 1, bandwidth: 1e-200 }).squared).toBe(0);
  });
});

describe('medianBandwidth', () => {
  test('the median over all pairs of different points', () => {
    expect(medianBandwidth([0, 1], [3], { dim: 1 })).toBe(2); // 1, 2, 3
    expect(medianBandwidth([0, 1], [3, 7], { dim: 1 })).toBe(3.5); // 1, 2, 3, 4, 6, 7
  });

  test('refuses points that coincide, and more pairs than memory holds', () => {
    expect(() => medianBandwidth([0, 0, 0], [0, 5], { dim: 1 })).toThrow('got a median distance of 0');
    expect(() => medianBandwidth([1], [1], { dim: 1 })).toThrow('got a median distance of 0');
    expect(() => medianBandwidth(new Float64Array(20_000), [1], { dim: 1 })).toThrow(
      'pairs of points, got 200010000',
    );
  });
});

const both: Record<string, (x: number[], y: number[], dim?: number) => unknown> = {
  energyDistance: (x, y, dim) => energyDistance(x, y, { dim }),
  maximumMeanDiscrepancy: (x, y, dim) => maximumMeanDiscrepancy(x, y, { dim, bandwidth: 1 }),
};

describe.each(Object.keys(both))('%s refuses', (name) => {
  test.each<[string, number[], number[], number | undefined]>([
    ['x must have at least one point, got none', [], [1], 1],
    ['y must be a multiple of dim = 2 long, got 3', [1, 2], [1, 2, 3], 2],
    ['dim must be given when x is flat', [1], [2], undefined],
    ['dim must be an integer >= 1, got 1.5', [1], [2], 1.5],
    ['x must hold finite coordinates', [NaN], [1], 1],
    ['got Infinity', [1], [1, Infinity], 1],
  ])('%s', (message, x, y, dim) => {
    expect(() => both[name](x, y, dim)).toThrow(message);
  });
});

test('weights that are no probabilities, widths that are none, and single points are refused', () => {
  const energy = (weightsX: number[]) => () => energyDistance([1, 2], [3], { dim: 1, weightsX });
  expect(energy([1])).toThrow('x has 2 points but 1 weights');
  expect(energy([2, -1])).toThrow('weights of x must hold finite probabilities >= 0, got -1 at 1');
  expect(energy([0.5, 0.4])).toThrow('weights of x must sum to 1, got 0.9');
  const mmd =
    (bandwidth: number | number[], unbiased = false) =>
    () =>
      maximumMeanDiscrepancy([1], [3, 4], { dim: 1, bandwidth, unbiased });
  expect(mmd(0)).toThrow('bandwidth must be finite and > 0, got 0');
  expect(mmd([1, NaN])).toThrow('bandwidth must be finite and > 0, got NaN');
  expect(mmd([])).toThrow('got none');
  expect(mmd(1, true)).toThrow('at least 2 points each when unbiased, got 1 and 2');
});
