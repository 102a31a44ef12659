import { expect, test } from 'vitest';
import { gradientStrip } from '../../src/figures/gradientStrip';
import { imageGrid } from '../../src/figures/imageGrid';

const side = 2;
const shape = [1, side, side, 1] as const;
const points = [0.5, -0.5, 0, 0];
const gradients = [-0.01, 0.01, 0, 0.02];
const targets = [0, 0, 0, 1]; // the way to it is (-0.5, 0.5, 0, 1): along the gradient, 50 times as long

test('a row is the image, its gradient, the way along it, cut to the range, and the target', () => {
  const strip = gradientStrip({ title: 'Way', points, gradients, targets, shape, shares: [0.5, 1, 2] });
  const expected = imageGrid({
    title: 'Way',
    images: [
      ...points,
      ...[-0.5, 0.5, 0, 1],
      ...[0.25, -0.25, 0, 0.5],
      ...[0, 0, 0, 1],
      ...[-0.5, 0.5, 0, 1],
      ...targets,
    ],
    shape: [6, side, side, 1],
    range: [-1, 1],
    columns: 6,
    columnLabels: ['noise', '∇f', '0.5', '1', '2', 'real'],
  });
  expect(strip).toEqual(expected);
});

test('a gradient that is zero leads nowhere', () => {
  const zero = [0, 0, 0, 0];
  const strip = gradientStrip({ title: 'Way', points, gradients: zero, targets, shape, shares: [1] });
  const { data } = imageGrid({
    title: 'Way',
    images: [...points, ...zero, ...points, ...targets],
    shape: [4, side, side, 1],
    range: [-1, 1],
    columns: 4,
    columnLabels: ['noise', '∇f', '1', 'real'],
  });
  expect(strip.data).toEqual(data);
});

test('numbers of pixels that do not fit are refused', () => {
  expect(() => gradientStrip({ title: 'Way', points, gradients: [1], targets, shape, shares: [1] })).toThrow(
    'gradients must be 1 images of 4 pixels, got 1 pixels',
  );
});
