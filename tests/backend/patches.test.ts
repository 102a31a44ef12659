import { expect, test } from 'vitest';
import { gatherPatches, type PatchGrid, scatterPatches } from '../../src/backend/patches';
import { transpose } from '../../src/backend/transpose';
import { stream } from '../../src/rng/stream';

const grid: PatchGrid = {
  batchSize: 2,
  inHeight: 5,
  inWidth: 4,
  inChannels: 3,
  outHeight: 3,
  outWidth: 2,
  filterHeight: 3,
  filterWidth: 5,
  strideHeight: 2,
  strideWidth: 2,
  padInfo: { top: 1, left: 2 },
};
const imagesSize = 2 * 5 * 4 * 3;
const patchesSize = 2 * 3 * 2 * 3 * 5 * 3;
const random = (size: number, purpose: string) =>
  Float32Array.from({ length: size }, stream(0, purpose).normal);

test('a patch holds what lies under the filter, and zeros beyond the edge', () => {
  const patches = new Float32Array(patchesSize).fill(7);
  const count = Float32Array.from({ length: imagesSize }, (_, i) => i + 1);
  gatherPatches(count, grid, patches);
  for (let k = 0, n = 0; n < 2; n++)
    for (let i = 0; i < 3; i++)
      for (let j = 0; j < 2; j++)
        for (let h = 0; h < 3; h++)
          for (let w = 0; w < 5; w++)
            for (let c = 0; c < 3; c++, k++) {
              const [y, x] = [2 * i + h - 1, 2 * j + w - 2];
              const inside = y >= 0 && y < 5 && x >= 0 && x < 4;
              expect(patches[k]).toBe(inside ? ((n * 5 + y) * 4 + x) * 3 + c + 1 : 0);
            }
});

test('scattering is the transpose of gathering: <gather(x), p> = <x, scatter(p)>', () => {
  const [x, p] = [random(imagesSize, 'x'), random(patchesSize, 'p')];
  const [gathered, scattered] = [new Float32Array(patchesSize), new Float32Array(imagesSize).fill(9)];
  gatherPatches(x, grid, gathered);
  scatterPatches(p, grid, scattered);
  const inner = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, i) => sum + value * b[i], 0);
  expect(inner(gathered, p)).toBeCloseTo(inner(x, scattered), 4);
});

test.each([
  [1, 1, 1],
  [1, 16, 17],
  [3, 5, 40],
  [2, 33, 1],
])('%d matrices of %d x %d are transposed', (count, rows, columns) => {
  const from = random(count * rows * columns, 'from');
  const to = new Float32Array(from.length);
  transpose(from, count, rows, columns, to);
  for (let k = 0; k < count; k++)
    for (let i = 0; i < rows; i++)
      for (let j = 0; j < columns; j++)
        expect(to[(k * columns + j) * rows + i]).toBe(from[(k * rows + i) * columns + j]);
});
