import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type BinOptions, binProbabilities } from '../../src/distances/binProbabilities';
import { jensenShannon } from '../../src/distances/jensenShannon';
import { kullbackLeibler } from '../../src/distances/kullbackLeibler';
import { totalVariation } from '../../src/distances/totalVariation';
import { stream } from '../../src/rng/stream';
import fixture from '../fixtures/softDistances.json';

describe('binProbabilities', () => {
  test.each(fixture.binned)('in dimension $dim, against NumPy', ({ x, y, p, q, ...options }) => {
    const binned = binProbabilities(x, y, options);
    expect(Math.max(...Array.from(binned.p, (value, k) => Math.abs(value - p[k])))).toBeLessThan(1e-14);
    expect(Math.max(...Array.from(binned.q, (value, k) => Math.abs(value - q[k])))).toBeLessThan(1e-14);
  });

  test('a value on an edge belongs to the bin above it, on the last edge to the last bin', () => {
    const { p, q, edges } = binProbabilities([0, 1, 2, 3], [0, 4], { dim: 1, bins: 4 });
    expect([...p]).toEqual([1 / 4, 1 / 4, 1 / 4, 1 / 4]);
    expect([...q]).toEqual([1 / 2, 0, 0, 1 / 2]);
    expect([...edges[0]]).toEqual([0, 1, 2, 3, 4]);
  });

  test('the edges that are returned decide, also where a tenth is no binary fraction', () => {
    const { edges } = binProbabilities([0], [1], { dim: 1, bins: 10 });
    edges[0].slice(0, 10).forEach((edge, bin) => {
      const { p } = binProbabilities([edge], [1], { dim: 1, bins: 10, range: [0, 1] });
      expect(p.indexOf(1)).toBe(bin);
    });
  });

  test('cells of the plane lie row after row, the last axis fastest', () => {
    const { p } = binProbabilities([[0.5, 2.5]], [[1.5, 0.5]], {
      bins: [2, 3],
      range: [
        [0, 2],
        [0, 3],
      ],
    });
    expect([...p]).toEqual([0, 0, 1, 0, 0, 0]);
  });

  test('weights are added up', () => {
    const { p } = binProbabilities([0, 0, 1], [1], { dim: 1, bins: 2, weightsX: [1 / 4, 1 / 2, 1 / 4] });
    expect([...p]).toEqual([3 / 4, 1 / 4]);
  });

  test('points that all agree share one bin', () => {
    const { p, q } = binProbabilities([[1, 0]], [[1, 5]], { bins: 2 });
    expect([...p]).toEqual([1, 0, 0, 0]);
    expect([...q]).toEqual([0, 1, 0, 0]);
  });

  test('probabilities sum to 1, a cloud has no divergence from itself, sides swap', () => {
    const point = fc.tuple(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }));
    const points = fc.array(point, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(points, points, fc.integer({ min: 1, max: 8 }), (x, y, bins) => {
        const { p, q } = binProbabilities(x, y, { bins });
        expect(p.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 12);
        expect(totalVariation(p, binProbabilities(x.toReversed(), y, { bins }).p)).toBeLessThan(1e-14);
        expect(binProbabilities(y, x, { bins }).q).toEqual(p);
        const same = binProbabilities(x, x, { bins });
        expect([kullbackLeibler, jensenShannon, totalVariation].map((d) => d(same.p, same.q))).toEqual([
          0, 0, 0,
        ]);
        expect(jensenShannon(p, q)).toBeLessThanOrEqual(Math.LN2);
      }),
      { numRuns: 200, seed: 0 },
    );
  });

  test('a shift changes nothing', () => {
    const moved = (z: number[]) => z.map((value) => value + 32);
    const [x, y] = [
      [0, 1, 5, 8],
      [2, 3, 8],
    ];
    expect(binProbabilities(moved(x), moved(y), { dim: 1, bins: 4 }).p).toEqual(
      binProbabilities(x, y, { dim: 1, bins: 4 }).p,
    );
  });

  test('two normal laws, 100000 points each: JS and TV of the bins as by quadrature of the densities', () => {
    const draw = stream(0, 'bins');
    const [x, y] = [0, 0.5].map((mean) => Float64Array.from({ length: 100_000 }, () => mean + draw.normal()));
    const { p, q } = binProbabilities(x, y, { dim: 1, bins: 40, range: [-8, 8] });
    const [exactP, exactQ] = [0, 0.5].map((mean) =>
      Array.from({ length: 40 }, (_, bin) => {
        const middles = Array.from({ length: 100 }, (_, k) => -8 + 0.4 * (bin + (k + 0.5) / 100) - mean);
        return (
          middles.reduce((sum, v) => sum + Math.exp((-v * v) / 2) / Math.sqrt(2 * Math.PI), 0) * (0.4 / 100)
        );
      }),
    );
    // A cell's share is off by sqrt(p / n): TV by at most sqrt(cells / n) / 2 = 0.01 for both, JS by less.
    expect(Math.abs(jensenShannon(p, q) - jensenShannon(exactP, exactQ))).toBeLessThan(0.002);
    expect(Math.abs(totalVariation(p, q) - totalVariation(exactP, exactQ))).toBeLessThan(0.01);
    expect(totalVariation(exactP, exactQ)).toBeGreaterThan(0.19);
  });

  test.each<[string, number[], number[], BinOptions]>([
    [
      'range must hold all points, got 3 outside [0, 2] in point 1 of y',
      [1],
      [1, 3],
      { bins: 2, range: [0, 2] },
    ],
    ['range must be finite with low < high, got [2, 2]', [1], [1], { bins: 2, range: [2, 2] }],
    ['range must be finite with low < high, got [0, Infinity]', [1], [1], { bins: 2, range: [0, Infinity] }],
    [
      'range must be given for each of 1 axes, got 2',
      [1],
      [1],
      {
        bins: 2,
        range: [
          [0, 2],
          [0, 2],
        ],
      },
    ],
    ['bins must be integers >= 1, got 0', [1], [1], { bins: 0 }],
    ['bins must be integers >= 1, got 2.5', [1], [1], { bins: 2.5 }],
    ['bins must be given for each of 1 axes, got 2', [1], [1], { bins: [2, 3] }],
    ['at most 67108864 cells, got 1000000000', [1], [1], { bins: 1e9 }],
    ['x must have at least one point, got none', [], [1], { bins: 2 }],
    ['got NaN', [NaN], [1], { bins: 2 }],
  ])('refuses: %s', (message, x, y, options) => {
    expect(() => binProbabilities(x, y, { dim: 1, ...options })).toThrow(message);
  });
});
