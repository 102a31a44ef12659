import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../../src/datasets/dataFolder';
import { inspectDataset } from '../../../src/datasets/download/inspectFiles';
import { remoteDatasets } from '../../../src/datasets/download/remoteDatasets';

const files = remoteDatasets.flatMap((dataset) => dataset.files);

describe('the sources', () => {
  it('are encrypted connections to a file of that name, with whole checksums', () => {
    for (const { name, urls, sha256, holds } of files) {
      for (const url of urls) expect(url).toMatch(new RegExp(`^https://.*/${name.replaceAll('.', '\\.')}$`));
      for (const sum of [sha256, ...holds.map((held) => held.sha256)]) expect(sum).toMatch(/^[0-9a-f]{64}$/);
    }
    expect(new Set(files.map(({ sha256 }) => sha256)).size).toBe(files.length);
  });

  it('hold as much as 60,000 + 10,000 and 50,000 + 10,000 images and their labels take', () => {
    const sizes = files.flatMap(({ holds }) => holds.map(({ bytes }) => bytes));
    const mnist = [16 + 60_000 * 784, 8 + 60_000, 16 + 10_000 * 784, 8 + 10_000];
    expect(sizes).toEqual([...mnist, ...Array(6).fill(10_000 * 3073)]);
  });
});

// Only where MNIST is there: see data/README.md.
const mnist = remoteDatasets.find(({ name }) => name === 'mnist')!;
describe.skipIf(!mnist.find(dataFolder()).available)('the real MNIST', () => {
  it('has the checksums', async () => {
    const found = (await inspectDataset(mnist, dataFolder())).flatMap(({ files: inspected }) => inspected);
    expect(found.map(({ problem }) => problem)).toEqual(found.map(() => undefined));
    expect(found.map(({ state }) => state)).toEqual(Array(4).fill('verified'));
  });
});
