import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cifar10Folder, cifar10Paths, cifar10Remedy, countRecords, recordSize } from './cifar10Files';
import { dataFolder } from './dataFolder';
import { checkSplit, chosenIndices, describeImages, type ImageOptions, type ImageSet } from './imageSet';
import { readBytes } from './readBytes';
import { scaledImages } from './scaledImages';

const side = 32;
const plane = side * side;

/**
 * CIFAR-10, binary version: colour photographs, 32 x 32, from `<folder>/cifar-10-batches-bin`; as many of the five training files as
 * are there, each of any number of records.
 *
 * @param options `folder` is that of the data sets: `data/`, or what GAN_FIGURES_DATA names
 * @throws Error naming the file when one is missing, empty, ends within a record or holds a label above 9; or when `limit` is above
 *   the number of images
 */
export function cifar10({
  split = 'train',
  limit,
  seed,
  range = [-1, 1],
  folder = dataFolder(),
}: ImageOptions & { folder?: string } = {}): ImageSet {
  checkSplit('cifar10', split);
  const batches = cifar10Paths(folder, split).map(readBatch);
  const labels = batches.flatMap((batch) => batch.labels);
  const classes = classNames(folder);
  const indices = chosenIndices('cifar10', labels.length, { limit, seed });
  return {
    source: describeImages('CIFAR-10', indices.length, labels.length, split),
    standIn: false,
    images: scaledImages(Buffer.concat(batches.map(({ pixels }) => pixels)), 3 * plane, indices, range),
    labels: Uint8Array.from(indices, (i) => labels[i]),
    classes,
    count: indices.length,
    rows: side,
    columns: side,
    channels: 3,
    range,
  };
}

/** The records of a file, their pixels as [count, 32, 32, 3] instead of the three planes that the file holds. */
function readBatch(path: string): { labels: number[]; pixels: Uint8Array } {
  const bytes = readBytes(path, cifar10Remedy);
  const count = countRecords(path, bytes.length);
  const labels = Array.from({ length: count }, (_, i) => bytes[i * recordSize]);
  const bad = labels.findIndex((label) => label > 9);
  if (bad >= 0)
    throw new Error(`${path}: the label of record ${bad} must be from 0 to 9, got ${labels[bad]}`);
  const pixels = new Uint8Array(count * 3 * plane);
  for (let i = 0; i < count; i++)
    for (let c = 0; c < 3; c++)
      for (let k = 0; k < plane; k++)
        pixels[(i * plane + k) * 3 + c] = bytes[i * recordSize + 1 + c * plane + k];
  return { labels, pixels };
}

const originalNames = [
  'airplane',
  'automobile',
  'bird',
  'cat',
  'deer',
  'dog',
  'frog',
  'horse',
  'ship',
  'truck',
];

/** The names of the classes: those of `batches.meta.txt` where it is there, one a line. */
function classNames(folder: string): string[] {
  const path = join(cifar10Folder(folder), 'batches.meta.txt');
  if (!existsSync(path)) return originalNames;
  const names = readBytes(path, cifar10Remedy)
    .toString('utf8')
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '');
  if (names.length !== 10) throw new Error(`${path} must hold 10 names, one a line; got ${names.length}`);
  return names;
}
