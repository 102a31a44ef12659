import type { Data, LayoutAxis } from 'plotly.js-dist';
import { expect, test } from 'vitest';
import type { Figure } from '../../src/figures/figure';
import { lines } from '../../src/figures/lines';
import { panels } from '../../src/figures/panels';
import { examples } from './examples';

const { lines: left, quiver: map, histogram } = examples;
const figure = panels([left, map, histogram], { title: 'All', columns: 2 });
type Placed = Data & { xaxis: string; yaxis: string; legendgroup?: string; showlegend?: boolean };
const axis = (id: string) => figure.layout[id.replace(/^([xy])/, '$1axis') as 'xaxis'] as LayoutAxis;

test('each panel keeps its traces, on axes of its own', () => {
  const pairs = (figure.data as Placed[]).map(({ xaxis, yaxis }) => `${xaxis} ${yaxis}`);
  expect(pairs).toEqual(['x y', 'x y', 'x y2', 'x y2', 'x3 y3', 'x3 y3', 'x3 y3', 'x4 y4', 'x4 y4']);
  for (const trace of figure.data as Placed[]) {
    expect(axis(trace.xaxis).title?.text).toBeTruthy();
    expect(axis(trace.yaxis).title?.text).toBeTruthy();
  }
});

test('links between axes follow their panel', () => {
  expect(axis('y2')).toMatchObject({ overlaying: 'y', anchor: 'x', side: 'right' });
  expect(axis('y3')).toMatchObject({ scaleanchor: 'x3', anchor: 'x3' });
});

test('panels do not overlap, and colour bars stay inside their panel', () => {
  const [a, b, c] = ['x', 'x3', 'x4'].map((id) => axis(id).domain as [number, number]);
  expect(a[1]).toBeLessThan(b[0]);
  const rows = ['y', 'y4'].map((id) => axis(id).domain as [number, number]);
  expect(rows[1][1]).toBeLessThan(rows[0][0]);
  expect(c[0]).toBeGreaterThanOrEqual(0);
  const bar = (figure.data[4] as { colorbar: { x: number } }).colorbar;
  expect(bar.x).toBeGreaterThan(b[1]);
  expect((1 - bar.x) * figure.layout.width!).toBeGreaterThan(80);
});

test('a series that several panels share stands once in the legend, as one group', () => {
  const one = lines({
    title: 'a',
    xTitle: 'x',
    yTitle: 'y',
    series: [{ name: 'real', x: [0, 1], y: [0, 1] }],
  });
  const { data } = panels([one, one], { title: 'twice' });
  expect((data as Placed[]).map(({ showlegend }) => showlegend)).toEqual([true, false]);
  expect(new Set((data as Placed[]).map(({ legendgroup }) => legendgroup)).size).toBe(1);
});

test('the figures given are left as they were', () => {
  const before = JSON.stringify([left, map]);
  panels([left, map], { title: 'again' });
  expect(JSON.stringify([left, map])).toBe(before);
});

test('panel titles stand over their panels', () => {
  const titles = figure.layout.annotations!.map(({ text }) => text);
  expect(titles).toContain('What the generator is told');
});

test.each<[string, () => Figure]>([
  ['figures must not be empty', () => panels([], { title: 'none' })],
  ['columns must be a whole number >= 1, got 0', () => panels([left], { title: 'a', columns: 0 })],
  ['figure 1 has a slider', () => panels([left, examples.slider], { title: 'a' })],
  ['title must be a text, got ""', () => panels([left], { title: '' })],
])('bad input is named: %s', (message, make) => {
  expect(make).toThrow(message);
});
