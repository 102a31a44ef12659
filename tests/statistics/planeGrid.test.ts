import { expect, test } from 'vitest';
import { heatMap } from '../../src/figures/heatMap';
import { planeGrid } from '../../src/statistics/planeGrid';

test('a grid lists its points row by row', () => {
  expect([...planeGrid([0, 1, 2], [5, 6])]).toEqual([0, 5, 1, 5, 2, 5, 0, 6, 1, 6, 2, 6]);
});

test('a function on it is where a heat map expects it', () => {
  const [x, y] = [
    [0, 1, 2],
    [5, 6],
  ];
  const points = planeGrid(x, y);
  const z = Array.from({ length: 6 }, (_, k) => 10 * points[2 * k + 1] + points[2 * k]);
  const labels = { title: 'f', xTitle: 'x', yTitle: 'y', valueTitle: 'f' };
  expect(heatMap({ ...labels, x, y, z }).data[0]).toMatchObject({
    z: [
      [50, 51, 52],
      [60, 61, 62],
    ],
  });
});
