import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histogram } from '../../src/figures/histogram';

const labels = { title: 'Scores', xTitle: 'score', yTitle: 'count' };
const bars = (figure: { data: unknown[] }, i = 0) =>
  figure.data[i] as { x: number[]; y: number[]; name: string; width: number };

test('values are counted in bins closed on the left, the last on both sides', () => {
  const figure = histogram({ ...labels, series: [{ name: 'a', values: [0, 0.5, 1, 1.5, 2] }], bins: 2 });
  expect(bars(figure)).toMatchObject({ x: [0.5, 1.5], y: [2, 3], width: 1 });
});

test('series share the bins', () => {
  const series = [
    { name: 'a', values: [0, 1] },
    { name: 'b', values: [3, 4] },
  ];
  const figure = histogram({ ...labels, series, bins: 4 });
  expect(bars(figure, 0).x).toEqual(bars(figure, 1).x);
  expect(bars(figure, 1).y).toEqual([0, 0, 0, 2]);
});

test('as a density the bars have area one, whatever the values', () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.array(value, { minLength: 1 }), fc.integer({ min: 1, max: 50 }), (values, bins) => {
      const { y, width } = bars(
        histogram({ ...labels, series: [{ name: 'a', values }], bins, density: true }),
      );
      expect(y.reduce((sum, height) => sum + height * width, 0)).toBeCloseTo(1, 6);
    }),
    {
      seed: 0,
      examples: [
        [[0, 5e-324], 1],
        [[1e6, 1e6 + 1e-9], 50],
      ],
    },
  );
});

test('values outside the range are not dropped without a word', () => {
  const figure = histogram({
    ...labels,
    series: [{ name: 'a', values: [-9, 0.2, 0.7] }],
    range: [0, 1],
    bins: 2,
  });
  expect(bars(figure)).toMatchObject({ y: [1, 1], name: 'a (1 of 3 outside)' });
});

test('equal values fall into one bar of finite height', () => {
  const { y } = bars(
    histogram({ ...labels, series: [{ name: 'a', values: [3, 3, 3] }], bins: 5, density: true }),
  );
  const heights = y.filter((height) => height > 0);
  expect(heights).toHaveLength(1);
  expect(heights[0]).toBeCloseTo(5, 12);
});

test.each([
  ['bins must be a whole number >= 1, got 0', { bins: 0 }],
  ['range must be [low, high] with low < high, got [1, 1]', { range: [1, 1] as const }],
  ['values of a must not be empty', { series: [{ name: 'a', values: [] }] }],
  [
    'values of a must hold finite numbers, got Infinity at 0',
    { series: [{ name: 'a', values: [Infinity] }] },
  ],
])('bad input is named: %s', (message, options) => {
  expect(() => histogram({ ...labels, series: [{ name: 'a', values: [1, 2] }], ...options })).toThrow(
    message,
  );
});
