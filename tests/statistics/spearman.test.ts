import { describe, expect, test } from 'vitest';
import { ranks } from '../../src/statistics/ranks';
import { spearman } from '../../src/statistics/spearman';
import fixture from '../fixtures/statistics.json';

describe('ranks', () => {
  test.each(fixture.ranks)('of $x.length numbers are those of SciPy', ({ x, ranks: expected }) => {
    expect(ranks(x)).toEqual(expected);
  });

  test('know infinities, and that -0 equals 0', () => {
    expect(ranks([Number.POSITIVE_INFINITY, 0, Number.NEGATIVE_INFINITY, -0])).toEqual([4, 2.5, 1, 2.5]);
    expect(ranks([Number.POSITIVE_INFINITY, 1, Number.POSITIVE_INFINITY])).toEqual([2.5, 1, 2.5]);
    expect(() => ranks([0, Number.NaN])).toThrow('got NaN at 1');
  });
});

describe('spearman', () => {
  test.each(fixture.correlations)('of $x.length pairs is that of SciPy', ({ x, y, correlation }) => {
    expect(spearman(x, y)).toBeCloseTo(correlation, 12);
    expect(spearman(y, x)).toBeCloseTo(correlation, 12);
  });

  test('is 1 for whatever rises, -1 for whatever falls', () => {
    const x = [0.1, 3, -2, 7, 4];
    expect(spearman(x, x.map(Math.exp))).toBeCloseTo(1, 15);
    expect(
      spearman(
        x,
        x.map((v) => -(v ** 3)),
      ),
    ).toBeCloseTo(-1, 15);
  });

  test('without ties it is 1 - 6 sum d^2 / (n (n^2 - 1))', () => {
    // ranks 1 2 3 4 5 against 2 1 4 3 5: d^2 sums to 4
    expect(spearman([1, 2, 3, 4, 5], [20, 10, 40, 30, 50])).toBeCloseTo(1 - (6 * 4) / (5 * 24), 15);
  });

  test('what has no correlation is refused', () => {
    expect(() => spearman([1, 2], [1])).toThrow('two equal lengths >= 2 are needed, got 2 and 1');
    expect(() => spearman([1, 2], [3, 3])).toThrow('y must not all be equal, got 3 everywhere');
    expect(() => spearman([1, 2, Number.NaN], [1, 2, 3])).toThrow('got NaN at 2');
  });
});
