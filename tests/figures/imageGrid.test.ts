import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import type { Figure } from '../../src/figures/figure';
import { imageGrid } from '../../src/figures/imageGrid';

/** The pixels of the figure's picture as rows of [red, green, blue]. */
async function pixels({ data }: Figure): Promise<number[][][]> {
  const image = await loadImage((data[0] as { source: string }).source);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data: rgba } = context.getImageData(0, 0, image.width, image.height);
  return Array.from({ length: image.height }, (_, y) =>
    Array.from({ length: image.width }, (_, x) => [
      ...rgba.slice(4 * (y * image.width + x), 4 * (y * image.width + x) + 3),
    ]),
  );
}

const grey = (value: number) => [value, value, value];

test('grey images stand side by side with white between them, exact to the pixel', async () => {
  const figure = imageGrid({
    title: 'Two',
    images: [-1, 0, 1, -0.2, 1, -1, -1, 1],
    shape: [2, 2, 2, 1],
    range: [-1, 1],
    columns: 2,
  });
  expect(await pixels(figure)).toEqual([
    [grey(0), grey(128), grey(255), grey(255), grey(0)],
    [grey(255), grey(102), grey(255), grey(0), grey(255)],
  ]);
});

test('colour images keep their channels, and an unfilled place stays white', async () => {
  const images = Float32Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
  const figure = imageGrid({ title: 'Three', images, shape: [3, 1, 1, 3], range: [0, 1], columns: 2 });
  const [top, , bottom] = await pixels(figure);
  expect([top[0], top[2], bottom[0], bottom[2]]).toEqual([
    [255, 0, 0],
    [0, 255, 0],
    [0, 0, 255],
    [255, 255, 255],
  ]);
});

test('every image pixel is a whole number of screen pixels', () => {
  const images = new Float32Array(100 * 28 * 28);
  const { layout } = imageGrid({
    title: 'Digits',
    images,
    shape: [100, 28, 28, 1],
    range: [0, 1],
    columns: 10,
  });
  const [low, high] = layout.xaxis!.range as [number, number];
  const { l = 0, r = 0, t = 0, b = 0 } = layout.margin ?? {};
  const ratio = (layout.width! - l - r) / (high - low);
  expect(ratio).toBe(2);
  const [bottom, top] = layout.yaxis!.range as [number, number];
  expect((layout.height! - t - b) / (bottom - top)).toBe(ratio);
});

const good = {
  title: 'Two',
  images: [0, 0.5, 1, 0.2],
  shape: [4, 1, 1, 1] as const,
  range: [0, 1] as const,
  columns: 2,
};

test.each([
  ['shape [4, 2, 1, 1] needs 8 pixel values, got 4', { shape: [4, 2, 1, 1] as const }],
  ['shape must be [n, h, w, c] with c 1 or 3, got c 2', { shape: [2, 1, 1, 2] as const }],
  ['images must lie in [0, 1], got 2 at 1: clip or rescale them first', { images: [0, 2, 1, 1] }],
  ['columns must be a whole number >= 1, got 0', { columns: 0 }],
  ['rowLabels must have 2 texts, got 1', { rowLabels: ['a'] }],
  ['images must hold finite numbers, got NaN at 0', { images: [Number.NaN, 0, 0, 0] }],
])('bad input is named: %s', (message, options) => {
  expect(() => imageGrid({ ...good, ...options })).toThrow(message);
});
