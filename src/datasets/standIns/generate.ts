import { type Stream, stream } from '../../rng/stream';
import { checkSplit, describeImages, type ImageRange, type ImageSet, type Split } from '../imageSet';

/** Which images to generate. */
export interface StandInOptions {
  count: number;
  seed: number;
  /** Side of the square images. */
  size?: number;
  /** Two splits of one seed are two independent samples of the same kind. */
  split?: Split;
  range?: ImageRange;
}

/** A kind of image that is drawn by rule. */
export interface Kind {
  name: string;
  /** Name for a figure, which says what these images stand in for. */
  source: string;
  classes: readonly string[];
  channels: number;
  /** Side of its images unless asked otherwise. */
  size: number;
  /** Draws an image of a class into `pixels`, [size, size, channels] with values from 0 to 1. */
  draw(label: number, size: number, stream: Stream, pixels: Float32Array): void;
}

/**
 * Generates images. Image i has class i mod the number of classes and depends on seed, split and i alone, so a smaller set is the
 * beginning of a larger one.
 *
 * @throws Error when count or size is no integer >= 1 (size >= 8), or the seed or the split is none
 */
export function generate(
  kind: Kind,
  { count, seed, size = kind.size, split = 'train', range = [-1, 1] }: StandInOptions,
): ImageSet {
  const { name, source, classes, channels, draw } = kind;
  checkAtLeast(name, 'count', count, 1);
  checkAtLeast(name, 'size', size, 8);
  checkSplit(name, split);
  const length = size * size * channels;
  const images = new Float32Array(count * length);
  const random = stream(seed, name).split(split);
  for (let i = 0; i < count; i++)
    draw(i % classes.length, size, random.split(i), images.subarray(i * length, (i + 1) * length));
  const [black, white] = range;
  return {
    source: describeImages(source, count, count, split),
    standIn: true,
    images: images.map((value) => black + (white - black) * value),
    labels: Uint8Array.from({ length: count }, (_, i) => i % classes.length),
    classes,
    count,
    rows: size,
    columns: size,
    channels,
    range,
  };
}

function checkAtLeast(name: string, what: string, value: number, least: number): void {
  if (!Number.isSafeInteger(value) || value < least)
    throw new Error(`${name}: ${what} must be an integer >= ${least}, got ${value}`);
}
