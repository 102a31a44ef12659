import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Split } from './imageSet';

/** Bytes of a record of CIFAR-10's binary version: label, then 32 x 32 red, green and blue. */
export const recordSize = 1 + 3 * 32 * 32;

/** What to do when a file is missing. */
export const cifar10Remedy = 'npm run data -- cifar10 fetches it';

export const cifar10Folder = (folder: string) => join(folder, 'cifar-10-batches-bin');

/**
 * The files of a split that are there, in their order: `data_batch_1.bin` … `data_batch_5.bin`, one or more of them, and
 * `test_batch.bin`. Where there is none, the first one's path.
 */
export function cifar10Paths(folder: string, split: Split): string[] {
  const inside = cifar10Folder(folder);
  const names = split === 'test' ? ['test_batch.bin'] : [1, 2, 3, 4, 5].map((i) => `data_batch_${i}.bin`);
  const there = names.filter((name) => existsSync(join(inside, name)));
  return (there.length > 0 ? there : names.slice(0, 1)).map((name) => join(inside, name));
}

/** The number of records in a file of so many bytes. @throws Error when that is no whole number, or 0 */
export function countRecords(path: string, bytes: number): number {
  if (bytes === 0) throw new Error(`${path} is empty; expected records of ${recordSize} bytes`);
  if (bytes % recordSize !== 0)
    throw new Error(
      `${path} is damaged: ${bytes} bytes are not a whole number of records of ${recordSize} bytes, ${bytes % recordSize} are left over`,
    );
  return bytes / recordSize;
}
