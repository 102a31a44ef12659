import { existsSync } from 'node:fs';
import type { DatasetStatus } from './findDatasets';
import { peekIdx } from './idx';
import type { Split } from './imageSet';
import { checkMnist, mnistFiles, mnistFolder, mnistPath, mnistRemedy } from './mnistFiles';

/** Looks for the four files of MNIST in `<folder>/mnist`, reading no more than their heads. */
export function findMnist(folder: string): DatasetStatus {
  const status = { name: 'mnist', folder: mnistFolder(folder) };
  const missing = (['train', 'test'] as const).flatMap((split) =>
    (['images', 'labels'] as const)
      .filter((kind) => !existsSync(mnistPath(folder, split, kind)))
      .map((kind) => `${mnistFiles[split][kind]}.gz`),
  );
  if (missing.length > 0) return { ...status, available: false, problem: `missing: ${missing.join(', ')}` };
  try {
    return { ...status, available: true, train: count(folder, 'train'), test: count(folder, 'test') };
  } catch (error) {
    return { ...status, available: false, problem: (error as Error).message };
  }
}

function count(folder: string, split: Split): number {
  const paths = { images: mnistPath(folder, split, 'images'), labels: mnistPath(folder, split, 'labels') };
  const images = peekIdx(paths.images, 'images', mnistRemedy);
  return checkMnist(paths, images, peekIdx(paths.labels, 'labels', mnistRemedy));
}
