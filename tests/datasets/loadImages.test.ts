import { mkdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { imageDistribution } from '../../src/datasets/imageDistribution';
import { selectImages } from '../../src/datasets/imageSet';
import { loadColourImages, loadDigits } from '../../src/datasets/loadImages';
import { glyphs } from '../../src/datasets/standIns/glyphs';
import { stream } from '../../src/rng/stream';
import { cifarRecords, temporaryFolder, writeMnist } from '../support/dataFiles';

const folder = temporaryFolder();
const options = { limit: 4, seed: 0 };

beforeEach(() => vi.stubEnv('GAN_FIGURES_DATA', folder.path()));
afterEach(() => vi.unstubAllEnvs());

describe.each([
  ['loadDigits', loadDigits, 'MNIST', 'mnist', () => writeMnist(folder)],
  [
    'loadColourImages',
    loadColourImages,
    'CIFAR-10',
    'cifar-10-batches-bin',
    () => folder.write('cifar-10-batches-bin/data_batch_1.bin', cifarRecords(1, 2, 3, 4, 5)),
  ],
] as const)('%s', (name, load, original, place, write) => {
  it('gives the stand-in unless asked otherwise, whatever lies in the data folder', () => {
    const before = load(options);
    write();
    expect(load(options)).toEqual(before);
    expect(before).toMatchObject({ standIn: true, count: 4 });
    expect(before.source).toContain(`in place of ${original}`);
  });

  it('gives the real images when asked, or says how to get them', () => {
    expect(() => load({ ...options, data: 'real' })).toThrow(/is missing: npm run data -- .* fetches it/);
    write();
    expect(load({ ...options, data: 'real' })).toMatchObject({ standIn: false, count: 4 });
    expect(load({ ...options, data: 'real' }).source).toMatch(new RegExp(`^${original} \\(4 of`));
  });

  it('gives what there is when it is left to it', () => {
    expect(load({ ...options, data: 'auto' }).standIn).toBe(true);
    write();
    expect(load({ ...options, data: 'auto' }).standIn).toBe(false);
  });

  it('does not hide a damaged data set behind the stand-in', () => {
    mkdirSync(folder.path(place));
    expect(() => load({ ...options, data: 'auto' })).toThrow('is missing');
  });

  it('knows three choices', () => {
    expect(() => load({ ...options, data: 'mnist' })).toThrow(
      `${name}: data must be standIn, real or auto, got "mnist"`,
    );
  });
});

test('the distribution of a set draws its images, whole', () => {
  const set = glyphs({ count: 3, seed: 0, size: 8 });
  const law = imageDistribution(set);
  expect([law.dim, law.name]).toEqual([64, set.source]);
  const drawn = law.sample(50, stream(0, 'draw'));
  const found = Array.from({ length: 50 }, (_, i) =>
    [0, 1, 2].find((k) => set.images.subarray(64 * k, 64 * k + 64).every((v, p) => v === drawn[64 * i + p])),
  );
  expect(new Set(found)).toEqual(new Set([0, 1, 2]));
});

test('images are selected by index, in the order asked for', () => {
  const set = glyphs({ count: 5, seed: 0, size: 8 });
  const some = selectImages(set, [4, 0, 4]);
  expect([...some.labels]).toEqual([4, 0, 4]);
  expect(some.count).toBe(3);
  expect(some.images.slice(64, 128)).toEqual(set.images.slice(0, 64));
  expect(() => selectImages(set, [0, 5])).toThrow('an index must be an integer from 0 to 4, got 5');
  expect(() => selectImages(set, [])).toThrow('at least one index, got none');
});
