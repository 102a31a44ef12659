import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dataFolder } from '../../src/datasets/dataFolder';
import { findDatasets } from '../../src/datasets/findDatasets';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gan-figures-data-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** An IDX file: its numbers as big-endian 32-bit integers, then `bytes` zeros. */
function idx(numbers: number[], bytes: number): Buffer {
  const head = Buffer.alloc(4 * numbers.length);
  for (const [i, n] of numbers.entries()) head.writeUInt32BE(n, 4 * i);
  return gzipSync(Buffer.concat([head, Buffer.alloc(bytes)]));
}
const images = (count: number, held = count) => idx([2051, count, 28, 28], held * 784);
const labels = (count: number) => idx([2049, count], count);

function write(path: string, content: Buffer): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function writeMnist(): void {
  write('mnist/train-images-idx3-ubyte.gz', images(60));
  write('mnist/train-labels-idx1-ubyte.gz', labels(60));
  write('mnist/t10k-images-idx3-ubyte.gz', images(10));
  write('mnist/t10k-labels-idx1-ubyte.gz', labels(10));
}

const mnist = () => findDatasets(folder)[0];
const cifar10 = () => findDatasets(folder)[1];

describe('the data folder', () => {
  it('is data/ of the project', () => {
    expect(dataFolder({}, folder)).toBe(join(folder, 'data'));
    expect(dataFolder({ GAN_FIGURES_DATA: '' }, folder)).toBe(join(folder, 'data'));
  });

  it('is the one that GAN_FIGURES_DATA names, relative to the project', () => {
    mkdirSync(join(folder, 'mine'));
    expect(dataFolder({ GAN_FIGURES_DATA: join(folder, 'mine') }, '/elsewhere')).toBe(join(folder, 'mine'));
    expect(dataFolder({ GAN_FIGURES_DATA: 'mine' }, folder)).toBe(join(folder, 'mine'));
  });

  it('must exist and be a folder when it is named', () => {
    expect(() => dataFolder({ GAN_FIGURES_DATA: 'gone' }, folder)).toThrow(/must name a folder, got "gone"/);
    writeFileSync(join(folder, 'file'), '');
    expect(() => dataFolder({ GAN_FIGURES_DATA: 'file' }, folder)).toThrow(/must name a folder, got "file"/);
  });
});

describe('MNIST', () => {
  it('is counted by its headers', () => {
    writeMnist();
    expect(mnist()).toEqual({
      name: 'mnist',
      folder: join(folder, 'mnist'),
      available: true,
      train: 60,
      test: 10,
    });
  });

  it('names the files that are missing', () => {
    writeMnist();
    rmSync(join(folder, 'mnist/t10k-labels-idx1-ubyte.gz'));
    expect(mnist()).toMatchObject({ available: false, problem: 'missing: t10k-labels-idx1-ubyte.gz' });
  });

  it.each([
    ['cut', images(60).subarray(0, 60), /damaged: 60 records take 47056 bytes/],
    ['short of records', images(60, 59), /damaged: 60 records take 47056 bytes, it says 46272/],
    ['another kind of file', labels(60), /must begin with the number 2051, got 2049/],
    ['no gzip file', Buffer.from('<html>'), /is no gzip file/],
    ['empty', Buffer.alloc(0), /is no/],
    ['of another length than its labels', images(50), /50 images.* 60 labels/],
  ])('is damaged when a file is %s', (_, content, problem) => {
    writeMnist();
    write('mnist/train-images-idx3-ubyte.gz', content);
    expect(mnist()).toMatchObject({ available: false, problem: expect.stringMatching(problem) });
  });
});

describe('CIFAR-10', () => {
  it('is counted by the length of its files, whole or shortened', () => {
    write('cifar-10-batches-bin/data_batch_1.bin', Buffer.alloc(3 * 3073));
    write('cifar-10-batches-bin/data_batch_2.bin', Buffer.alloc(2 * 3073));
    write('cifar-10-batches-bin/test_batch.bin', Buffer.alloc(3073));
    expect(cifar10()).toMatchObject({ available: true, train: 5, test: 1 });
  });

  it('names the files that are missing', () => {
    expect(cifar10()).toMatchObject({
      available: false,
      problem: 'missing: data_batch_1.bin, test_batch.bin',
    });
  });

  it('is damaged when a file ends within a record', () => {
    write('cifar-10-batches-bin/data_batch_1.bin', Buffer.alloc(3073 + 5));
    write('cifar-10-batches-bin/test_batch.bin', Buffer.alloc(3073));
    expect(cifar10()).toMatchObject({
      available: false,
      problem: expect.stringMatching(/data_batch_1\.bin is damaged: 3078 bytes/),
    });
  });
});
