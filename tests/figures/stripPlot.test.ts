import { expect, it } from 'vitest';
import { stripPlot } from '../../src/figures/stripPlot';

const color = '#0072B2';
const options = { title: 'Ends', yTitle: 'W₁', caseName: 'one case' };
const strips = [
  { name: 'A', values: [1, 3, 2], color },
  { name: 'B', values: [2, Infinity, 4], color },
];
const { data, layout } = stripPlot({ ...options, strips });
const traces = data as {
  name: string;
  x: (number | null)[];
  y: (number | null)[];
  marker: { symbol: string[] };
}[];

it('a line leads through the values of each case, with gaps between the cases', () => {
  expect(traces[0].x).toEqual([0, 1, null, 0, 1, null, 0, 1, null]);
  expect(traces[0].y.slice(0, 3)).toEqual([1, 2, null]);
});

it('a bar marks each median, and categories are named on the axis', () => {
  expect(traces[3].name).toBe('median');
  expect([traces[3].y[0], traces[3].y[3]]).toEqual([2, 4]);
  expect((layout.xaxis as { ticktext: string[] }).ticktext).toEqual(['A', 'B']);
});

it('what is not finite stands as a cross above all others', () => {
  expect(traces[2].marker.symbol).toEqual(['circle', 'x', 'circle']);
  expect(traces[2].y[1]).toBeGreaterThan(4);
  expect(JSON.parse(JSON.stringify(data))).toEqual(data);
});

it('says what is wrong with its input', () => {
  expect(() => stripPlot({ ...options, strips: [] })).toThrow('strips must not be empty');
  expect(() => stripPlot({ ...options, strips: [strips[0], { ...strips[1], values: [1] }] })).toThrow(
    'values of B must be as long as values of A (3), got 1',
  );
  expect(() => stripPlot({ ...options, strips: [{ ...strips[0], values: [Number.NaN] }] })).toThrow(
    'NaN at 0',
  );
  expect(() => stripPlot({ ...options, strips, title: '' })).toThrow('title must be a text');
});
