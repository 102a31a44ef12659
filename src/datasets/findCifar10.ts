import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { DatasetStatus } from './findDatasets';

/** Bytes of a record of CIFAR-10's binary version: label, then 32 x 32 red, green and blue. */
const recordSize = 1 + 3 * 32 * 32;

/**
 * Looks for CIFAR-10, binary version, in `<folder>/cifar-10-batches-bin`: `data_batch_*.bin` (one or more of five, also
 * shortened) and `test_batch.bin`.
 */
export function findCifar10(folder: string): DatasetStatus {
  const status = { name: 'cifar10', folder: join(folder, 'cifar-10-batches-bin') };
  const files = existsSync(status.folder) ? readdirSync(status.folder) : [];
  const train = files.filter((file) => /^data_batch_\d\.bin$/.test(file));
  const missing = [
    ...(train.length === 0 ? ['data_batch_1.bin'] : []),
    ...(files.includes('test_batch.bin') ? [] : ['test_batch.bin']),
  ];
  if (missing.length > 0) return { ...status, available: false, problem: `missing: ${missing.join(', ')}` };
  try {
    const count = (names: string[]) =>
      names.reduce((sum, file) => sum + countRecords(join(status.folder, file)), 0);
    return { ...status, available: true, train: count(train), test: count(['test_batch.bin']) };
  } catch (error) {
    return { ...status, available: false, problem: (error as Error).message };
  }
}

function countRecords(path: string): number {
  const { size } = statSync(path);
  if (size === 0 || size % recordSize !== 0)
    throw new Error(`${path} is damaged: ${size} bytes are not a whole number of records of ${recordSize}`);
  return size / recordSize;
}
