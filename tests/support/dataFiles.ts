import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach } from 'vitest';

/** A fresh folder for each test of a file, gone afterwards. */
export function temporaryFolder(): {
  path(name?: string): string;
  write(name: string, content: Uint8Array | string): void;
} {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'gan-figures-data-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const path = (name = '') => join(folder, name);
  return {
    path,
    write(name, content) {
      mkdirSync(dirname(path(name)), { recursive: true });
      writeFileSync(path(name), content);
    },
  };
}

/** An IDX file: numbers as big-endian 32-bit integers, then bytes. */
export function idx(numbers: number[], bytes: Uint8Array): Buffer {
  const head = Buffer.alloc(4 * numbers.length);
  for (const [i, n] of numbers.entries()) head.writeUInt32BE(n, 4 * i);
  return Buffer.concat([head, bytes]);
}

/** Pixel k of image i. */
export const pixel = (i: number, k: number) => (i * 31 + k * 7) % 256;

/** MNIST images; `held` of the `count` that the head says are there. */
export function idxImages(count: number, held = count, side = 28): Buffer {
  const bytes = Uint8Array.from({ length: held * side * side }, (_, k) =>
    pixel(Math.floor(k / side ** 2), k % side ** 2),
  );
  return idx([2051, count, side, side], bytes);
}

export const idxLabels = (count: number) =>
  idx(
    [2049, count],
    Uint8Array.from({ length: count }, (_, i) => i % 10),
  );

export const mnistNames = {
  trainImages: 'mnist/train-images-idx3-ubyte',
  trainLabels: 'mnist/train-labels-idx1-ubyte',
  testImages: 'mnist/t10k-images-idx3-ubyte',
  testLabels: 'mnist/t10k-labels-idx1-ubyte',
};

/** Writes a small MNIST: 60 and 10 images. */
export function writeMnist({ write }: ReturnType<typeof temporaryFolder>, { zipped = true } = {}): void {
  const put = (name: string, content: Buffer) =>
    zipped ? write(`${name}.gz`, gzipSync(content)) : write(name, content);
  put(mnistNames.trainImages, idxImages(60));
  put(mnistNames.trainLabels, idxLabels(60));
  put(mnistNames.testImages, idxImages(10));
  put(mnistNames.testLabels, idxLabels(10));
}

/** A CIFAR-10 record: its label, then planes in which the pixel at k is k + 1, k + 2 and k + 3, mod 256. */
export function cifarRecord(label: number): Buffer {
  const planes = [1, 2, 3].map((c) => Buffer.from(Uint8Array.from({ length: 1024 }, (_, k) => k + c)));
  return Buffer.concat([Buffer.of(label), ...planes]);
}

export const cifarRecords = (...labels: number[]) => Buffer.concat(labels.map(cifarRecord));
