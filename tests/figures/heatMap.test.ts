import { expect, test } from 'vitest';
import { heatMap } from '../../src/figures/heatMap';

const labels = { title: 'Critic', xTitle: 'x₁', yTitle: 'x₂', valueTitle: 'value' };
const grid = { x: [0, 1, 2], y: [0, 1] };
const z = [
  [1, 2, 3],
  [4, 5, 6],
];

test('values may come as rows or in one array, row by row', () => {
  const nested = heatMap({ ...labels, ...grid, z });
  expect(heatMap({ ...labels, ...grid, z: Float64Array.of(1, 2, 3, 4, 5, 6) })).toEqual(nested);
  expect(heatMap({ ...labels, ...grid, z: z.map((row) => Float32Array.from(row)) })).toEqual(nested);
  expect(nested.data[0]).toMatchObject({ type: 'contour', z });
});

test('a diverging scale is symmetric about zero', () => {
  const [map] = heatMap({ ...labels, ...grid, z, scale: 'diverging' }).data;
  expect(map).toMatchObject({ zmin: -6, zmax: 6 });
});

test('with a range of values, maps share their colours and the values of their contour lines', () => {
  const one = heatMap({ ...labels, ...grid, z, valueRange: [0, 8], contours: 3 }).data[0];
  const two = heatMap({ ...labels, ...grid, z: z.flat().map((v) => v + 1), valueRange: [0, 8], contours: 3 });
  expect(one).toMatchObject({
    zmin: 0,
    zmax: 8,
    autocontour: false,
    contours: { start: 2, end: 7, size: 2 },
  });
  expect({ ...two.data[0], z }).toEqual(one);
  const diverging = heatMap({ ...labels, ...grid, z, scale: 'diverging', valueRange: [-1, 1] }).data[0];
  expect(diverging).toMatchObject({ zmin: -1, zmax: 1 });
});

test('between contour lines colours are smooth, or one for each band', () => {
  const coloring = (shading?: 'smooth' | 'bands') => heatMap({ ...labels, ...grid, z, shading }).data[0];
  expect(coloring()).toMatchObject({ contours: { coloring: 'heatmap' } });
  expect(coloring('smooth')).toEqual(coloring());
  expect(coloring('bands')).toMatchObject({ contours: { coloring: 'fill' } });
});

test('points are as large as asked', () => {
  const set = { name: 'real', x: [1], y: [0.5], color: '#0072B2' };
  const [, usual, small] = heatMap({ ...labels, ...grid, z, points: [set, { ...set, size: 3 }] }).data;
  expect(usual).toMatchObject({ marker: { size: 6 } });
  expect(small).toMatchObject({ marker: { size: 3 } });
});

test('infinite values are left blank', () => {
  const [map] = heatMap({ ...labels, ...grid, z: [[1, Infinity, 3], z[1]] }).data;
  expect(map).toMatchObject({ z: [[1, null, 3], z[1]] });
});

test('without contour lines the plot reaches half a cell beyond the outer centres', () => {
  const figure = heatMap({ ...labels, ...grid, z, contours: 0 });
  expect(figure.data[0].type).toBe('heatmap');
  expect(figure.layout.xaxis?.range).toEqual([-0.5, 2.5]);
});

test('points outside the map widen the plot instead of being cut off', () => {
  const points = [{ name: 'real', x: [5], y: [0.5], color: '#0072B2' }];
  const figure = heatMap({ ...labels, ...grid, z, points });
  expect(figure.layout.xaxis?.range).toEqual([0, 5]);
  expect(figure.data[1]).toMatchObject({ name: 'real', mode: 'markers' });
});

test('equal units on both axes shape the figure like the data', () => {
  const wide = heatMap({ ...labels, ...grid, z, equalAspect: true });
  const tall = heatMap({
    ...labels,
    x: [0, 1],
    y: [0, 2],
    z: [
      [1, 2],
      [3, 4],
    ],
    equalAspect: true,
  });
  expect(wide.layout.width! / wide.layout.height!).toBeGreaterThan(tall.layout.width! / tall.layout.height!);
  expect(wide.layout.yaxis).toMatchObject({ scaleanchor: 'x' });
});

test.each([
  ['x must increase, got 1 after 1 at 1', { x: [1, 1, 2] }],
  ['valueRange must run from a smaller to a larger value, got 2 … 2', { valueRange: [2, 2] as const }],
  ['z must have 2 rows of 3 values, got 1 rows', { z: [[1, 2, 3]] }],
  [
    'row 1 of z must have 3 values, got 2',
    {
      z: [
        [1, 2, 3],
        [4, 5],
      ],
    },
  ],
  [
    'row 0 of z must hold numbers, got NaN at 2',
    {
      z: [
        [1, 2, Number.NaN],
        [4, 5, 6],
      ],
    },
  ],
  ['z must have 2 rows of 3 values', { z: [1, 2, 3, 4] }],
  ['contours must be a whole number >= 0, got -1', { contours: -1 }],
  ['valueTitle must be a text, got " "', { valueTitle: ' ' }],
])('bad input is named: %s', (message, options) => {
  expect(() => heatMap({ ...labels, ...grid, z, ...options })).toThrow(message);
});
