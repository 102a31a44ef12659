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

test('the ends of the colour scale can be given, so that two maps can be compared', () => {
  const [map] = heatMap({ ...labels, ...grid, z, scale: 'diverging', zRange: [-9, 9] }).data;
  expect(map).toMatchObject({ zmin: -9, zmax: 9 });
  expect(() => heatMap({ ...labels, ...grid, z, zRange: [1, 1] })).toThrow('zRange must be [low, high]');
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
