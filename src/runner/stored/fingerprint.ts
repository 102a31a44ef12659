import { createHash } from 'node:crypto';

/**
 * What of a figure is compared with a later run. A hash of the numbers would not do: another platform, or another
 * version of a library, changes last digits, and rounding before hashing only moves the jump elsewhere.
 */
export interface Fingerprint {
  /** Hash of everything but the numbers: keys, lengths, texts (numbers in texts are left out). */
  shape: string;
  /** One for each array of numbers, in order (a curve's x, its y, …), and a last one for all numbers that stand alone. */
  arrays: Digest[];
}

/** Mean, root mean square, and the mean of x_i cos(i), which tells when the same numbers stand in another order. */
export type Digest = [mean: number, rms: number, wave: number];

/** Largest difference of two arrays' digests, in parts of the array's root mean square. */
export const figureTolerance = 0.01;

/** @param json the figure, as its JSON file holds it */
export function fingerprint(json: string): Fingerprint {
  const alone: number[] = [];
  const arrays: Digest[] = [];
  const skeleton = (value: unknown): unknown => {
    if (typeof value === 'number') return alone.push(value) && '#';
    if (typeof value === 'string') return value.replace(/[-+−]?\d+(\.\d+)?(e[-+]?\d+)?/gi, '#');
    if (Array.isArray(value)) {
      const numbers = value.filter((item) => typeof item === 'number');
      if (numbers.length === 0 || value.some((item) => typeof item !== 'number' && item !== null))
        return value.map(skeleton);
      arrays.push(digest(numbers));
      return value.map((item) => (item === null ? null : '#'));
    }
    if (typeof value === 'object' && value !== null)
      return Object.entries(value).map(([key, item]) => [key, skeleton(item)]);
    return value;
  };
  const shape = createHash('sha256').update(JSON.stringify(skeleton(JSON.parse(json))));
  return { shape: shape.digest('hex').slice(0, 16), arrays: [...arrays, digest(alone)] };
}

/** How two fingerprints differ, in words, or undefined when they agree within {@link figureTolerance}. */
export function difference(stored: Fingerprint, fresh: Fingerprint): string | undefined {
  if (stored.shape !== fresh.shape || stored.arrays.length !== fresh.arrays.length)
    return 'its traces, texts or lengths changed';
  for (const [i, before] of stored.arrays.entries()) {
    const now = fresh.arrays[i];
    const allowed = figureTolerance * Math.max(before[1], now[1]);
    const at = before.findIndex((value, k) => !(Math.abs(value - now[k]) <= allowed));
    if (at >= 0)
      return `the ${['mean', 'root mean square', 'order'][at]} of its array ${i + 1} of ${stored.arrays.length} was ${before[at]} and is ${now[at]}, more than ${allowed.toPrecision(2)} apart`;
  }
  return undefined;
}

function digest(numbers: number[]): Digest {
  const mean = (f: (x: number, i: number) => number) =>
    numbers.length === 0 ? 0 : numbers.reduce((sum, x, i) => sum + f(x, i), 0) / numbers.length;
  const digits = (x: number) => Number(x.toPrecision(5));
  return [
    digits(mean((x) => x)),
    digits(Math.sqrt(mean((x) => x * x))),
    digits(mean((x, i) => x * Math.cos(i))),
  ];
}
