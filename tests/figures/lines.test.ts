import type { ScatterData } from 'plotly.js-dist';
import { expect, test } from 'vitest';
import { lines } from '../../src/figures/lines';
import { colors, exactLine } from '../../src/figures/theme';

const labels = { title: 'Loss', xTitle: 'step', yTitle: 'loss (nats)' };
const one = { name: 'critic', x: [0, 1, 2], y: [3, 2, 1] };
const traces = (figure: { data: unknown[] }) => figure.data as Partial<ScatterData>[];

test('a series becomes one trace with its numbers as plain arrays', () => {
  const [trace] = traces(lines({ ...labels, series: [{ ...one, y: Float32Array.of(0.5, 0.25, 1) }] }));
  expect(trace).toMatchObject({
    type: 'scatter',
    mode: 'lines',
    name: 'critic',
    x: [0, 1, 2],
    y: [0.5, 0.25, 1],
  });
  expect(Array.isArray(trace.y)).toBe(true);
});

test('series without colour take different colours of the theme', () => {
  const figure = lines({
    ...labels,
    series: [one, { ...one, name: 'b' }, { ...one, name: 'c', color: undefined }],
  });
  expect(new Set(traces(figure).map((t) => t.line?.color)).size).toBe(3);
});

test('the exact answer is dark, neutral and dashed', () => {
  const [trace] = traces(lines({ ...labels, series: [{ ...one, ...exactLine }] }));
  expect(trace.line).toMatchObject({ color: colors.exact, dash: 'dash' });
});

test('infinite values are gaps, never numbers', () => {
  const figure = lines({ ...labels, series: [{ ...one, y: [Infinity, 2, 3] }] });
  expect(traces(figure)).toHaveLength(1);
  expect(traces(figure)[0].y).toEqual([null, 2, 3]);
});

test('infinite values are marked at the edge when asked, up for ∞ and down for −∞', () => {
  const series = [{ ...one, y: [Infinity, 2, -Infinity] }];
  const figure = lines({ ...labels, series, infinite: 'top', yRange: [0, 5] });
  const [, up, down] = traces(figure);
  expect(up).toMatchObject({ name: 'critic = ∞', x: [0], y: [5], marker: { symbol: 'triangle-up' } });
  expect(down).toMatchObject({ name: 'critic = −∞', x: [2], y: [0], marker: { symbol: 'triangle-down' } });
});

test('without a range the marks lie above every finite value', () => {
  const figure = lines({ ...labels, series: [{ ...one, y: [Infinity, 2, 7] }], infinite: 'top' });
  const [low, high] = figure.layout.yaxis!.range as [number, number];
  expect(low).toBeLessThan(2);
  expect(high).toBeGreaterThan(7);
  expect(traces(figure)[1].y).toEqual([high]);
});

test('a finite value between infinite ones shows as a dot, since no line reaches it', () => {
  const [trace] = traces(lines({ ...labels, series: [{ ...one, y: [Infinity, 2, Infinity] }] }));
  expect(trace.mode).toBe('lines+markers');
  expect(trace.marker?.size).toEqual([0, 6, 0]);
});

test('a right axis has its own title and ticks', () => {
  const series = [one, { ...one, name: 'D', axis: 'right' as const }];
  const figure = lines({ ...labels, series, y2Title: 'probability' });
  expect(traces(figure)[1].yaxis).toBe('y2');
  expect(figure.layout.yaxis2).toMatchObject({
    side: 'right',
    overlaying: 'y',
    title: { text: 'probability' },
  });
});

test('a logarithmic axis takes its range and remarks in data units', () => {
  const annotations = [{ x: 1, y: 100, text: 'here' }];
  const figure = lines({ ...labels, series: [one], yLog: true, yRange: [0.1, 1000], annotations });
  expect(figure.layout.yaxis).toMatchObject({ type: 'log', range: [-1, 3] });
  expect(figure.layout.annotations?.[0]).toMatchObject({ x: 1, y: 2 });
});

test.each([
  ['y of critic must be as long as x of critic (3), got 2', { series: [{ ...one, y: [1, 2] }] }],
  ['x of critic must not be empty', { series: [{ ...one, x: [], y: [] }] }],
  ['y of critic must hold numbers, got NaN at 1', { series: [{ ...one, y: [1, Number.NaN, 2] }] }],
  ['x of critic must hold finite numbers, got Infinity at 2', { series: [{ ...one, x: [0, 1, Infinity] }] }],
  ['series must not be empty', { series: [] }],
  ['xTitle must be a text, got ""', { series: [one], xTitle: '' }],
  ['y2Title must be a text', { series: [{ ...one, axis: 'right' as const }] }],
  ["no series has axis: 'right'", { series: [one], y2Title: 'unused' }],
  [
    'y of critic must be positive on a logarithmic axis, got 0 at 2',
    { series: [{ ...one, y: [1, 2, 0] }], yLog: true },
  ],
  ['yRange must be [low, high] with low < high, got [2, 1]', { series: [one], yRange: [2, 1] as const }],
  [
    'color must be written #RRGGBB, got "red"',
    { series: [{ ...one, color: 'red', fill: 'tozeroy' as const }] },
  ],
])('bad input is named: %s', (message, options) => {
  expect(() => lines({ ...labels, ...options })).toThrow(message);
});
