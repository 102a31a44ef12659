import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gunzipSync } from 'node:zlib';
import type { DatasetStatus } from './findDatasets';

const files = {
  train: ['train-images-idx3-ubyte.gz', 'train-labels-idx1-ubyte.gz'],
  test: ['t10k-images-idx3-ubyte.gz', 't10k-labels-idx1-ubyte.gz'],
} as const;

/** Looks for the four files of MNIST, gzipped IDX, in `<folder>/mnist`. */
export function findMnist(folder: string): DatasetStatus {
  const status = { name: 'mnist', folder: join(folder, 'mnist') };
  const path = (file: string) => join(status.folder, file);
  const missing = Object.values(files)
    .flat()
    .filter((file) => !existsSync(path(file)));
  if (missing.length > 0) return { ...status, available: false, problem: `missing: ${missing.join(', ')}` };
  try {
    const [train, test] = [files.train, files.test].map(([images, labels]) =>
      countPairs(path(images), path(labels)),
    );
    return { ...status, available: true, train, test };
  } catch (error) {
    return { ...status, available: false, problem: (error as Error).message };
  }
}

function countPairs(images: string, labels: string): number {
  const counts = [countRecords(images, 2051), countRecords(labels, 2049)];
  if (counts[0] !== counts[1])
    throw new Error(`${images} holds ${counts[0]} images, ${labels} ${counts[1]} labels`);
  return counts[0];
}

/**
 * Number of records of an IDX file in gzip: magic (2051 images, 2049 labels), count, for images rows and columns, as
 * big-endian 32-bit integers; then one byte a pixel or label.
 * The length in gzip's last 4 bytes shows whether the file is whole.
 */
function countRecords(path: string, magic: number): number {
  const { head, length } = peek(path);
  if (head.length < 16) throw new Error(`${path} is no IDX file: it holds ${head.length} bytes`);
  if (head.readUInt32BE(0) !== magic)
    throw new Error(`${path} must begin with the number ${magic}, got ${head.readUInt32BE(0)}`);
  const count = head.readUInt32BE(4);
  const expected = magic === 2049 ? 8 + count : 16 + count * head.readUInt32BE(8) * head.readUInt32BE(12);
  if (length !== expected)
    throw new Error(`${path} is damaged: ${count} records take ${expected} bytes, it says ${length}`);
  return count;
}

/** The first bytes of a gzipped file, and how long it says it is. */
function peek(path: string): { head: Buffer; length: number } {
  const file = openSync(path, 'r');
  try {
    const first = Buffer.alloc(4096);
    const read = readSync(file, first, 0, first.length, 0);
    const last = Buffer.alloc(4);
    readSync(file, last, 0, 4, Math.max(0, fstatSync(file).size - 4));
    const head = gunzipSync(first.subarray(0, read), { finishFlush: constants.Z_SYNC_FLUSH });
    return { head, length: last.readUInt32LE(0) };
  } catch (error) {
    throw new Error(`${path} is no gzip file: ${(error as Error).message}`);
  } finally {
    closeSync(file);
  }
}
