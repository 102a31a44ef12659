import { describe, expect, test } from 'vitest';
import { medianFilter } from '../../src/statistics/medianFilter';
import fixture from '../fixtures/statistics.json';

describe('medianFilter', () => {
  test.each(fixture.filters)(
    'of width $width on $x.length numbers, with zeros beyond the ends, is that of SciPy',
    ({ x, width, filtered }) => {
      expect(medianFilter(x, width, 'zero')).toEqual(filtered);
    },
  );

  test('inside it is the same with either edges; at the ends the window is cut', () => {
    const x = [5, 1, 4, 2, 8, 3, 9];
    expect(medianFilter(x, 3)).toEqual([3, 4, 2, 4, 3, 8, 6]);
    expect(medianFilter(x, 3).slice(1, -1)).toEqual(medianFilter(x, 3, 'zero').slice(1, -1));
    expect(medianFilter([1, 2, 3], 101)).toEqual([2, 2, 2]);
  });

  test('a single outlier leaves no trace, a step stays a step', () => {
    expect(medianFilter([1, 1, 1, 100, 1, 1, 1], 3)).toEqual([1, 1, 1, 1, 1, 1, 1]);
    expect(medianFilter([0, 0, 0, 1, 1, 1], 5)).toEqual([0, 0, 0, 1, 1, 1]);
  });

  test('width 1 changes nothing, and no numbers give none', () => {
    expect(medianFilter([3, 1, 2], 1)).toEqual([3, 1, 2]);
    expect(medianFilter([], 3)).toEqual([]);
  });

  test('what has no middle is refused', () => {
    expect(() => medianFilter([1], 2)).toThrow('width must be an odd integer >= 1, got 2');
    expect(() => medianFilter([1], -1)).toThrow('got -1');
    expect(() => medianFilter([1, Number.NaN], 3)).toThrow('NaN has no place in an order, got one at 1');
  });
});
