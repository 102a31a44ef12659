import type { ScatterData } from 'plotly.js-dist';
import { expect, test } from 'vitest';
import { lines } from '../../src/figures/lines';
import { quiver } from '../../src/figures/quiver';

const labels = { title: 'Gradient', xTitle: 'x₁', yTitle: 'x₂' };
const field = { name: '∇f', x: [0, 1, 0, 1], y: [0, 0, 1, 1], u: [1, 0, 0, 3], v: [0, 2, 0, 4] };

/** The drawn vectors: tip minus start of each arrow. */
function vectors(figure: { data: unknown[] }): [number, number][] {
  const { x, y } = figure.data.at(-1) as { x: number[]; y: number[] };
  return field.x.map((_, i) => [x[3 * i + 1] - x[3 * i], y[3 * i + 1] - y[3 * i]]);
}

test('arrows start at their points and are separated by gaps', () => {
  const { x, y } = quiver({ ...labels, ...field }).data[0] as Partial<ScatterData> & {
    x: number[];
    y: number[];
  };
  expect([0, 3, 6, 9].map((i) => [x[i], y[i]])).toEqual([
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ]);
  expect([2, 5, 8, 11].map((i) => x[i])).toEqual([null, null, null, null]);
});

test('arrows keep the direction and the proportions of the vectors, however small these are', () => {
  const small = { ...field, u: field.u.map((u) => u * 1e-9), v: field.v.map((v) => v * 1e-9) };
  const drawn = vectors(quiver({ ...labels, ...small }));
  expect(Math.hypot(...drawn[0]) / Math.hypot(...drawn[3])).toBeCloseTo(1 / 5, 9);
  expect(drawn[3][1] / drawn[3][0]).toBeCloseTo(4 / 3, 9);
});

test('the longest arrow does not reach its neighbour', () => {
  const lengths = vectors(quiver({ ...labels, ...field })).map((v) => Math.hypot(...v));
  expect(Math.max(...lengths)).toBeCloseTo(0.9, 9);
});

test('the longest arrow is as long as one says', () => {
  const lengths = vectors(quiver({ ...labels, ...field, reach: 0.3 })).map((v) => Math.hypot(...v));
  expect(lengths[3]).toBeCloseTo(0.3, 9);
  expect(lengths[0]).toBeCloseTo(0.06, 9);
  expect(() => quiver({ ...labels, ...field, reach: 0 })).toThrow('reach must be finite and > 0, got 0');
});

test('normalised arrows are equally long, and a zero vector stays a point without a head', () => {
  const figure = quiver({ ...labels, ...field, normalised: true });
  const lengths = vectors(figure).map((v) => Math.hypot(...v));
  expect(lengths[2]).toBe(0);
  expect(lengths[0]).toBeCloseTo(lengths[3], 12);
  const { size } = (figure.data[0] as { marker: { size: number[] } }).marker;
  expect([size[1], size[7]]).toEqual([8, 0]);
});

test('over a background the arrows come last and take its axes and title', () => {
  const background = lines({ ...labels, series: [{ name: 'a', x: [0, 1], y: [0, 1] }] });
  const figure = quiver({ ...field, background });
  expect(figure.data).toHaveLength(2);
  expect(figure.data[0]).toBe(background.data[0]);
  expect(figure.layout.title).toEqual(background.layout.title);
  expect(quiver({ ...field, background, title: 'Other' }).layout.title?.text).toBe('Other');
});

test('a single vector and vectors along a line are drawn too', () => {
  const single = quiver({ ...labels, name: 'one', x: [1], y: [2], u: [0], v: [5] });
  expect(single.data[0]).toMatchObject({ y: [2, 2.9, null] });
  const row = quiver({ ...labels, name: 'row', x: [0, 2, 4], y: [0, 0, 0], u: [0, 0, 0], v: [1, 1, 1] });
  expect((row.data[0] as { y: number[] }).y[1]).toBeCloseTo(1.8, 12);
});

test.each([
  ['u must be as long as x (4), got 1', { u: [1] }],
  ['v must hold finite numbers, got NaN at 0', { v: [Number.NaN, 1, 1, 1] }],
  ['x must not be empty', { x: [] }],
  ['name must be a text, got ""', { name: '' }],
])('bad input is named: %s', (message, options) => {
  expect(() => quiver({ ...labels, ...field, ...options })).toThrow(message);
});
