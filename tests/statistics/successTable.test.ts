import { expect, it } from 'vitest';
import { successTable } from '../../src/statistics/successTable';

it('counts who succeeds at each threshold: below it, not at it', () => {
  expect(successTable([1, 2, 3], [1, 5, 2], [1, 2.5])).toEqual([
    { threshold: 1, onlyFirst: 0, onlySecond: 0, both: 0, none: 3 },
    { threshold: 2.5, onlyFirst: 1, onlySecond: 1, both: 1, none: 0 },
  ]);
});

it('counts above where more is better', () => {
  expect(successTable([1, 9], [4, 8], [3], 'above')).toEqual([
    { threshold: 3, onlyFirst: 0, onlySecond: 1, both: 1, none: 0 },
  ]);
});

it('every row sums to the number of cases, and exchanging the methods exchanges the columns', () => {
  const [a, b] = [
    [0.3, Infinity, 0.7, 0.1, 0.5],
    [0.2, 0.4, Infinity, 0.9, 0.5],
  ];
  const rows = successTable(a, b, [0.05, 0.25, 0.5, 0.75, 2]);
  for (const { onlyFirst, onlySecond, both, none } of rows)
    expect(onlyFirst + onlySecond + both + none).toBe(5);
  const exchanged = successTable(b, a, [0.05, 0.25, 0.5, 0.75, 2]);
  expect(exchanged.map((row) => row.onlyFirst)).toEqual(rows.map((row) => row.onlySecond));
});

it('a run that broke down succeeds at no finite threshold', () => {
  expect(successTable([Infinity], [1], [1e300])[0]).toMatchObject({ onlyFirst: 0, onlySecond: 1 });
});

it('says what is wrong with its input', () => {
  expect(() => successTable([], [], [1])).toThrow('at least one case');
  expect(() => successTable([1], [1, 2], [1])).toThrow('as many scores as first (1), got 2');
  expect(() => successTable([1], [Number.NaN], [1])).toThrow('second must hold numbers, got NaN at 0');
});
