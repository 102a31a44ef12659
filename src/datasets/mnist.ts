import { dataFolder } from './dataFolder';
import { readIdx } from './idx';
import { checkSplit, chosenIndices, describeImages, type ImageOptions, type ImageSet } from './imageSet';
import { checkMnist, mnistPath, mnistRemedy } from './mnistFiles';
import { scaledImages } from './scaledImages';

const classes = Array.from({ length: 10 }, (_, digit) => String(digit));

/**
 * MNIST: handwritten digits, 28 x 28, white on black, from `<folder>/mnist`; files of any number of images, zipped or not.
 *
 * @param options `folder` is that of the data sets: `data/`, or what GAN_FIGURES_DATA names
 * @throws Error naming the file when one is missing, damaged, swapped with another or holds a label above 9; or when `limit` is
 *   above the number of images
 */
export function mnist({
  split = 'train',
  limit,
  seed,
  range = [-1, 1],
  folder = dataFolder(),
}: ImageOptions & { folder?: string } = {}): ImageSet {
  checkSplit('mnist', split);
  const paths = { images: mnistPath(folder, split, 'images'), labels: mnistPath(folder, split, 'labels') };
  const images = readIdx(paths.images, 'images', mnistRemedy);
  const labels = readIdx(paths.labels, 'labels', mnistRemedy);
  const total = checkMnist(paths, images.shape, labels.shape);
  checkLabels(paths.labels, labels.bytes);
  const indices = chosenIndices('mnist', total, { limit, seed });
  return {
    source: describeImages('MNIST', indices.length, total, split),
    standIn: false,
    images: scaledImages(images.bytes, 28 * 28, indices, range),
    labels: Uint8Array.from(indices, (i) => labels.bytes[i]),
    classes,
    count: indices.length,
    rows: 28,
    columns: 28,
    channels: 1,
    range,
  };
}

function checkLabels(path: string, labels: Uint8Array): void {
  const bad = labels.findIndex((label) => label > 9);
  if (bad >= 0) throw new Error(`${path}: label ${bad} must be from 0 to 9, got ${labels[bad]}`);
}
