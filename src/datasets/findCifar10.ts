import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { cifar10Folder, cifar10Paths, cifar10Remedy, countRecords } from './cifar10Files';
import type { DatasetStatus } from './findDatasets';
import type { Split } from './imageSet';
import { fileSize } from './readBytes';

/** Looks for CIFAR-10, binary version, in `<folder>/cifar-10-batches-bin`, by the length of its files. */
export function findCifar10(folder: string): DatasetStatus {
  const status = { name: 'cifar10', folder: cifar10Folder(folder) };
  const missing = (['train', 'test'] as const)
    .flatMap((split) => cifar10Paths(folder, split))
    .filter((path) => !existsSync(path))
    .map((path) => basename(path));
  if (missing.length > 0) return { ...status, available: false, problem: `missing: ${missing.join(', ')}` };
  const count = (split: Split) =>
    cifar10Paths(folder, split).reduce(
      (sum, path) => sum + countRecords(path, fileSize(path, cifar10Remedy)),
      0,
    );
  try {
    return { ...status, available: true, train: count('train'), test: count('test') };
  } catch (error) {
    return { ...status, available: false, problem: (error as Error).message };
  }
}
