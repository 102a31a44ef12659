import { describe, expect, test } from 'vitest';
import { glyphs, type ImageSet, mean, proceduralImages, shrinkImages } from '../../src/index';

const tiny: ImageSet = {
  ...glyphs({ count: 2, seed: 0, size: 8 }),
  images: Float32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 0, 0, 4, 8, 0, 4, 8, 8], (value) => value / 8),
  rows: 2,
  columns: 4,
};

describe('shrinkImages', () => {
  test('makes each pixel the mean of its block, image by image', () => {
    const { images, rows, columns, count } = shrinkImages(tiny, 2);
    expect({ rows, columns, count }).toEqual({ rows: 1, columns: 2, count: 2 });
    expect(Array.from(images, (value) => 8 * value)).toEqual([3.5, 5.5, 1, 7]);
  });

  test('keeps the channels of colour images apart', () => {
    const set = proceduralImages({ count: 3, seed: 1 });
    const shrunk = shrinkImages(set, 4);
    const block = (channel: number) =>
      Array.from({ length: 16 }, (_, k) => {
        const [row, column] = [8 + Math.floor(k / 4), 12 + (k % 4)];
        return set.images[2 * 3072 + (row * 32 + column) * 3 + channel];
      });
    for (const channel of [0, 1, 2])
      expect(shrunk.images[2 * 192 + (2 * 8 + 3) * 3 + channel]).toBeCloseTo(mean(block(channel)), 6);
  });

  test('keeps mean brightness, labels and source, and leaves the set alone', () => {
    const set = glyphs({ count: 20, seed: 2 });
    const before = Float32Array.from(set.images);
    const shrunk = shrinkImages(set, 2);
    expect(mean(shrunk.images)).toBeCloseTo(mean(set.images), 6);
    expect(shrunk).toMatchObject({ labels: set.labels, source: set.source, range: set.range, standIn: true });
    expect(set.images).toEqual(before);
  });

  test('at factor 1 gives the same pixels, and at 2 twice the same as at 4', () => {
    const set = glyphs({ count: 5, seed: 3 });
    expect(shrinkImages(set, 1).images).toEqual(set.images);
    const [twice, once] = [shrinkImages(shrinkImages(set, 2), 2).images, shrinkImages(set, 4).images];
    once.forEach((value, i) => {
      expect(twice[i]).toBeCloseTo(value, 6);
    });
  });

  test('stays within the range of the pixels', () => {
    const set = glyphs({ count: 1, seed: 0 });
    const white: ImageSet = { ...set, images: new Float32Array(784).fill(1) };
    expect(Array.from(shrinkImages(white, 7).images)).toEqual(new Array(16).fill(1));
  });

  test.each([0, 1.5, -2, 4, Number.NaN])('refuses the factor %s', (factor) => {
    expect(() => shrinkImages(tiny, factor)).toThrow(
      `shrinkImages: factor must be an integer >= 1 that divides 2 rows and 4 columns, got ${factor}`,
    );
  });
});
