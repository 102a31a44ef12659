import { describe, expect, it, test } from 'vitest';
import type { ImageSet } from '../../src/datasets/imageSet';
import { colour } from '../../src/datasets/standIns/colours';
import { glyphs } from '../../src/datasets/standIns/glyphs';
import { proceduralImages } from '../../src/datasets/standIns/proceduralImages';
import { polyline } from '../../src/datasets/standIns/strokes';

/** The share of test images whose nearest training image, by Euclidean distance, has the same class. */
function nearestNeighbourAccuracy(train: ImageSet, test: ImageSet): number {
  const size = train.images.length / train.count;
  let right = 0;
  for (let i = 0; i < test.count; i++) {
    let best = Number.POSITIVE_INFINITY;
    let label = -1;
    for (let j = 0; j < train.count; j++) {
      let distance = 0;
      for (let k = 0; k < size && distance < best; k++)
        distance += (test.images[i * size + k] - train.images[j * size + k]) ** 2;
      if (distance < best) [best, label] = [distance, train.labels[j]];
    }
    if (label === test.labels[i]) right++;
  }
  return right / test.count;
}

const kinds = { glyphs, proceduralImages };

describe.each(Object.entries(kinds))('%s', (name, generate) => {
  const set = generate({ count: 200, seed: 0 });
  const size = set.images.length / set.count;

  it('says that it stands in, and for what', () => {
    expect(set.standIn).toBe(true);
    expect(set.source).toMatch(/in place of (MNIST|CIFAR-10) \(200 training images\)$/);
  });

  it('has the size of what it stands in for, ten classes, and twenty images of each', () => {
    expect([set.rows, set.columns, set.channels]).toEqual(name === 'glyphs' ? [28, 28, 1] : [32, 32, 3]);
    expect(set.images.length).toBe(200 * set.rows * set.columns * set.channels);
    expect(set.classes.length).toBe(10);
    for (let c = 0; c < 10; c++) expect(set.labels.filter((label) => label === c).length).toBe(20);
  });

  it('lies in its range', () => {
    for (const range of [
      [-1, 1],
      [0, 1],
    ] as const) {
      const { images } = generate({ count: 30, seed: 1, range });
      expect(images.every((value) => value >= range[0] && value <= range[1])).toBe(true);
      const mean = images.reduce((sum, value) => sum + value, 0) / images.length;
      expect(mean).toBeGreaterThan(range[0] + 0.05 * (range[1] - range[0]));
    }
  });

  it('is the same for the same seed; others for another seed, and for the other split', () => {
    const some = (options: object) => generate({ count: 10, seed: 0, ...options }).images;
    expect(some({})).toEqual(set.images.slice(0, 10 * size));
    expect(some({ seed: 1 })).not.toEqual(some({}));
    expect(some({ split: 'test' })).not.toEqual(some({}));
  });

  it('holds no image twice', () => {
    const seen = new Set(
      Array.from({ length: set.count }, (_, i) => set.images.slice(i * size, (i + 1) * size).join()),
    );
    expect(seen.size).toBe(set.count);
  });

  it('comes in other sizes', () => {
    const small = generate({ count: 3, seed: 0, size: 12 });
    expect([small.rows, small.columns]).toEqual([12, 12]);
    expect(() => generate({ count: 3, seed: 0, size: 4 })).toThrow(
      `${name}: size must be an integer >= 8, got 4`,
    );
  });

  it('refuses what is no number of images, no seed or no split', () => {
    expect(() => generate({ count: 0, seed: 0 })).toThrow(`${name}: count must be an integer >= 1, got 0`);
    expect(() => generate({ count: 1.5, seed: 0 })).toThrow('got 1.5');
    expect(() => generate({ count: 1, seed: -1 })).toThrow('seed must be an integer >= 0, got -1');
    expect(() => generate({ count: 1, seed: 0, split: 'dev' as never })).toThrow(
      'must be train or test, got "dev"',
    );
  });
});

test('the nearest training glyph tells the digit of most test glyphs, not of all: alike, and not copies', () => {
  const accuracy = nearestNeighbourAccuracy(
    glyphs({ count: 1000, seed: 0 }),
    glyphs({ count: 100, seed: 0, split: 'test' }),
  );
  expect(accuracy).toBeGreaterThan(0.8);
});

test('glyphs have the brightness of MNIST: mean 0.13, deviation 0.31', () => {
  const { images } = glyphs({ count: 500, seed: 3, range: [0, 1] });
  const mean = images.reduce((sum, value) => sum + value, 0) / images.length;
  const square = images.reduce((sum, value) => sum + value ** 2, 0) / images.length;
  expect(mean).toBeCloseTo(0.13, 1.5);
  expect(Math.sqrt(square - mean ** 2)).toBeCloseTo(0.3, 1.5);
});

test('a curve passes through its points, a straight line is itself', () => {
  const through = [
    [0, 0],
    [0.5, 1],
    [1, 0.2],
  ] as const;
  const points = polyline({ through }).map(([x, y]) => [x, y]);
  expect(points.length).toBe(13);
  for (const point of through)
    expect(Math.min(...points.map(([x, y]) => Math.hypot(x - point[0], y - point[1])))).toBeLessThan(1e-12);
  expect(polyline({ through, straight: true })).toEqual(through);
});

test.each([
  [0, 1, 1, [1, 0, 0]],
  [1 / 3, 1, 1, [0, 1, 0]],
  [-1 / 3, 1, 0.5, [0, 0, 0.5]],
  [1 / 6, 1, 1, [1, 1, 0]],
  [0.4, 0, 0.7, [0.7, 0.7, 0.7]],
])('hue %d, saturation %d, brightness %d is %j', (hue, saturation, brightness, expected) => {
  colour(hue, saturation, brightness).forEach((value, i) => {
    expect(value).toBeCloseTo(expected[i], 9);
  });
});
