import { mkdirSync, rmSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { findMnist } from '../../src/datasets/findMnist';
import { mnist } from '../../src/datasets/mnist';
import {
  idx,
  idxImages,
  idxLabels,
  mnistNames,
  pixel,
  temporaryFolder,
  writeMnist,
} from '../support/dataFiles';

const folder = temporaryFolder();
const load = (options: Parameters<typeof mnist>[0] = {}) => mnist({ ...options, folder: folder.path() });

describe('MNIST', () => {
  it.each([true, false])('is read, zipped %s', (zipped) => {
    writeMnist(folder, { zipped });
    const set = load({ limit: 12 });
    expect(set).toMatchObject({
      source: 'MNIST (12 of 60 training images)',
      standIn: false,
      count: 12,
      rows: 28,
      columns: 28,
      channels: 1,
      range: [-1, 1],
    });
    expect([...set.labels]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0, 1]);
    expect(set.images.length).toBe(12 * 784);
    for (const [i, k] of [
      [0, 0],
      [3, 5],
      [11, 783],
    ])
      expect(set.images[i * 784 + k]).toBeCloseTo(-1 + (2 * pixel(i, k)) / 255, 6);
    expect(load({ split: 'test' }).source).toBe('MNIST (10 test images)');
  });

  it('is scaled to [0, 1] when asked', () => {
    writeMnist(folder);
    const { images } = load({ range: [0, 1] });
    expect(images[1]).toBeCloseTo(7 / 255, 7);
  });

  it('with a seed gives images drawn without replacement, their labels with them', () => {
    writeMnist(folder);
    const all = load();
    const some = load({ limit: 60, seed: 3 });
    const first = (set: typeof all, i: number) => set.images[i * 784];
    const place = Array.from({ length: 60 }, (_, i) =>
      Array.from({ length: 60 }, (_, j) => j).find((j) => first(all, j) === first(some, i)),
    );
    expect(new Set(place).size).toBe(60);
    expect(place).not.toEqual([...place].sort((a, b) => a! - b!));
    place.forEach((j, i) => {
      expect(some.labels[i]).toBe(all.labels[j!]);
    });
    expect(load({ limit: 5, seed: 3 }).images).toEqual(some.images.slice(0, 5 * 784));
    expect(load({ limit: 5, seed: 4 }).images).not.toEqual(some.images.slice(0, 5 * 784));
  });

  it('takes the zipped file where there are both', () => {
    writeMnist(folder);
    folder.write(mnistNames.trainImages, 'leftover');
    expect(load().count).toBe(60);
  });

  it('takes a file for what it is, whatever its ending', () => {
    writeMnist(folder);
    folder.write(`${mnistNames.trainLabels}.gz`, idxLabels(60)); // a browser unzipped it, and kept the name
    expect(load().count).toBe(60);
    expect(findMnist(folder.path())).toMatchObject({ available: true, train: 60, test: 10 });
  });

  const wrong: [string, Buffer, RegExp][] = [
    ['cut', gzipSync(idxImages(60)).subarray(0, 500), /is damaged: /],
    [
      'short of records',
      gzipSync(idxImages(60, 59)),
      /damaged: 60 x 28 x 28 images take 47056 bytes, got 46272/,
    ],
    ['too long', gzipSync(idxImages(60, 61)), /damaged: 60 x 28 x 28 images take 47056 bytes, got 47840/],
    [
      'that of the labels',
      gzipSync(idxLabels(60)),
      /must hold images and begin with the number 2051, got 2049: it holds labels/,
    ],
    ['an error page', Buffer.from('<html>not found</html>'), /2051, got the text "<html>not found<\/html>"/],
    ['another binary file', Buffer.from([1, 2, 3, 4, 5]), /2051, got 16909060/],
    ['empty', Buffer.alloc(0), /2051, got 0 bytes in all/],
    ['empty, zipped', gzipSync(Buffer.alloc(0)), /2051, got 0 bytes in all/],
    ['cut within its head', idxImages(60).subarray(0, 10), /its head takes 16 bytes, got 10/],
    ['of other images', gzipSync(idxImages(60, 60, 20)), /must hold images of 28 x 28 pixels, got 20 x 20/],
    [
      'of another length than its labels',
      gzipSync(idxImages(50)),
      /holds 50 images, .*labels.* 60 labels: they must be/,
    ],
    ['without images', gzipSync(idxImages(0)), /holds 0 images, /],
  ];

  it.each(wrong)('is refused by name when its images are a file %s', (_, content, problem) => {
    writeMnist(folder);
    folder.write(`${mnistNames.trainImages}.gz`, content);
    const message = new RegExp(`train-images-idx3-ubyte.gz.*${problem.source}`);
    expect(() => load()).toThrow(message);
    expect(findMnist(folder.path())).toMatchObject({
      available: false,
      problem: expect.stringMatching(message),
    });
  });

  it('is refused when its middle is damaged, which only reading finds', () => {
    writeMnist(folder);
    const zipped = gzipSync(idxImages(60));
    zipped.fill(0, 30, 40);
    folder.write(`${mnistNames.trainImages}.gz`, zipped);
    expect(() => load()).toThrow(/train-images-idx3-ubyte.gz is damaged: it cannot be unzipped/);
  });

  it('is refused when the labels are the images', () => {
    writeMnist(folder);
    folder.write(`${mnistNames.trainLabels}.gz`, gzipSync(idxImages(60)));
    expect(() => load()).toThrow(
      /train-labels-idx1-ubyte.gz must hold labels and begin with the number 2049, got 2051: it holds images/,
    );
  });

  it('is refused when a label is above 9', () => {
    writeMnist(folder);
    const labels = Uint8Array.from({ length: 60 }, (_, i) => (i === 17 ? 33 : 1));
    folder.write(`${mnistNames.trainLabels}.gz`, gzipSync(idx([2049, 60], labels)));
    expect(() => load()).toThrow(/train-labels-idx1-ubyte.gz: label 17 must be from 0 to 9, got 33/);
  });

  it('is refused when a folder stands in the place of a file', () => {
    writeMnist(folder);
    rmSync(folder.path(`${mnistNames.trainImages}.gz`));
    mkdirSync(folder.path(`${mnistNames.trainImages}.gz`));
    expect(() => load()).toThrow(/train-images-idx3-ubyte.gz must be a file, is a folder/);
    expect(findMnist(folder.path())).toMatchObject({ problem: expect.stringContaining('is a folder') });
  });

  it('names the file that is missing, and what fetches it', () => {
    writeMnist(folder);
    rmSync(folder.path(`${mnistNames.testLabels}.gz`));
    expect(load().count).toBe(60);
    expect(() => load({ split: 'test' })).toThrow(
      /t10k-labels-idx1-ubyte.gz is missing: npm run data -- mnist fetches it/,
    );
    expect(findMnist(folder.path())).toMatchObject({
      available: false,
      problem: 'missing: t10k-labels-idx1-ubyte.gz',
    });
  });

  it.each([61, 0, 2.5])('has no %d images', (limit) => {
    writeMnist(folder);
    expect(() => load({ limit })).toThrow(
      `mnist: limit must be an integer from 1 to 60, the images there are; got ${limit}`,
    );
  });

  it('has two splits', () => {
    writeMnist(folder);
    expect(() => load({ split: 'validation' as never })).toThrow(
      'split must be train or test, got "validation"',
    );
  });
});
