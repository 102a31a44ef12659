import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { IdxKind } from './idx';
import type { Split } from './imageSet';

/** The four files of MNIST, by what they hold. */
export const mnistFiles: Record<Split, Record<IdxKind, string>> = {
  train: { images: 'train-images-idx3-ubyte', labels: 'train-labels-idx1-ubyte' },
  test: { images: 't10k-images-idx3-ubyte', labels: 't10k-labels-idx1-ubyte' },
};

/** What to do when a file is missing. */
export const mnistRemedy = 'npm run data -- mnist fetches it';

export const mnistFolder = (folder: string) => join(folder, 'mnist');

/** Where one of the files lies: with the ending .gz, or without where there is none with it. */
export function mnistPath(folder: string, split: Split, kind: IdxKind): string {
  const plain = join(mnistFolder(folder), mnistFiles[split][kind]);
  const zipped = `${plain}.gz`;
  return existsSync(plain) && !existsSync(zipped) ? plain : zipped;
}

/** Checks that images and labels belong together, given what their files hold; returns how many there are. */
export function checkMnist(paths: Record<IdxKind, string>, images: number[], labels: number[]): number {
  const [count, rows, columns] = images;
  if (rows !== 28 || columns !== 28)
    throw new Error(`${paths.images} must hold images of 28 x 28 pixels, got ${rows} x ${columns}`);
  if (count !== labels[0])
    throw new Error(
      `${paths.images} holds ${count} images, ${paths.labels} ${labels[0]} labels: they must be as many`,
    );
  if (count === 0) throw new Error(`${paths.images} must hold at least one image, got none`);
  return count;
}
