import { expect, test } from 'vitest';
import { gridPoints } from '../../src/statistics/gridPoints';

test('gridPoints goes row by row, x fastest, as a heat map takes its values', () => {
  expect(Array.from(gridPoints([1, 2, 3], [10, 20]))).toEqual([1, 10, 2, 10, 3, 10, 1, 20, 2, 20, 3, 20]);
});

test('an axis without numbers is refused', () => {
  expect(() => gridPoints([], [1])).toThrow('got 0 of x and 1 of y');
});
