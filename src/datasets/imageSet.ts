import { stream } from '../rng/stream';

/** The values of black and of white. */
export type ImageRange = readonly [-1, 1] | readonly [0, 1];

/** Images with labels, from a data set or generated. */
export interface ImageSet {
  /** What they are, for a figure to print, e.g. `MNIST (1,000 of 60,000 training images)`. */
  source: string;
  /** Whether they are generated and stand in for real ones; `source` says for which. */
  standIn: boolean;
  /** Pixels in `range`, [count, rows, columns, channels] flattened: one image is one row of a model's input. */
  images: Float32Array;
  /** The class of each image: an index into `classes`. */
  labels: Uint8Array;
  classes: readonly string[];
  count: number;
  rows: number;
  columns: number;
  /** 1 (grey) or 3 (red, green, blue). */
  channels: number;
  range: ImageRange;
}

/** Part of a data set: what models learn from, and what they are tested on. */
export type Split = 'train' | 'test';

/** Which images of a data set, and how they are scaled. */
export interface ImageOptions {
  split?: Split;
  /** How many; all unless given. */
  limit?: number;
  /** With a seed, `limit` images drawn without replacement in random order; without one, the first in the set's order. */
  seed?: number;
  /** Byte b becomes low + (high - low) b / 255. */
  range?: ImageRange;
}

/** The images of a set with the given indices, in their order. @throws Error naming an index that there is not */
export function selectImages(set: ImageSet, indices: readonly number[]): ImageSet {
  if (indices.length === 0) throw new Error('selectImages: expected at least one index, got none');
  const bad = indices.find((index) => !Number.isSafeInteger(index) || index < 0 || index >= set.count);
  if (bad !== undefined)
    throw new Error(`selectImages: an index must be an integer from 0 to ${set.count - 1}, got ${bad}`);
  const size = set.images.length / set.count;
  const images = new Float32Array(indices.length * size);
  indices.forEach((index, i) => {
    images.set(set.images.subarray(index * size, (index + 1) * size), i * size);
  });
  return { ...set, images, labels: Uint8Array.from(indices, (i) => set.labels[i]), count: indices.length };
}

/** Which of `count` images are wanted. @throws Error when `limit` is no integer from 1 to `count` */
export function chosenIndices(
  name: string,
  count: number,
  { limit = count, seed }: Pick<ImageOptions, 'limit' | 'seed'>,
): number[] {
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > count)
    throw new Error(
      `${name}: limit must be an integer from 1 to ${count}, the images there are; got ${limit}`,
    );
  if (seed !== undefined) return stream(seed, name).permutation(count).slice(0, limit);
  return Array.from({ length: limit }, (_, i) => i);
}

/** `train` or `test`. @throws Error when it is neither */
export function checkSplit(name: string, split: string): void {
  if (split !== 'train' && split !== 'test')
    throw new Error(`${name}: split must be train or test, got ${JSON.stringify(split)}`);
}

/** A text such as `MNIST (1,000 of 60,000 training images)`. */
export function describeImages(name: string, count: number, total: number, split: Split): string {
  const number = (n: number) => n.toLocaleString('en');
  const part = count === total ? number(count) : `${number(count)} of ${number(total)}`;
  return `${name} (${part} ${split === 'train' ? 'training' : 'test'} images)`;
}
