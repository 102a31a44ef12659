import { createHash } from 'node:crypto';

/**
 * What of a figure is compared with a later run. A hash of the numbers would not do: another platform, or another
 * version of a library, changes last digits, and rounding before hashing only moves the jump elsewhere.
 */
export interface Fingerprint {
  /** Hash of everything but the numbers: keys, lengths, texts (numbers in texts count as numbers). */
  shape: string;
  /** How many numbers the figure holds. */
  count: number;
  mean: number;
  /** Root of the mean square. */
  rms: number;
  /** Mean of x_i cos(i): tells when the same numbers stand in another order. */
  wave: number;
}

/** Largest difference of two fingerprints' mean, rms and wave, in parts of the rms. */
export const figureTolerance = 0.01;

/** @param json the figure, as its JSON file holds it */
export function fingerprint(json: string): Fingerprint {
  const numbers: number[] = [];
  const shape = createHash('sha256').update(JSON.stringify(skeleton(JSON.parse(json), numbers)));
  const mean = (f: (x: number, i: number) => number) =>
    numbers.length === 0 ? 0 : numbers.reduce((sum, x, i) => sum + f(x, i), 0) / numbers.length;
  return {
    shape: shape.digest('hex').slice(0, 16),
    count: numbers.length,
    mean: rounded(mean((x) => x)),
    rms: rounded(Math.sqrt(mean((x) => x * x))),
    wave: rounded(mean((x, i) => x * Math.cos(i))),
  };
}

/** How two fingerprints differ, in words, or undefined when they agree within {@link figureTolerance}. */
export function difference(stored: Fingerprint, fresh: Fingerprint): string | undefined {
  if (stored.shape !== fresh.shape || stored.count !== fresh.count)
    return `its traces, texts or lengths changed (${stored.count} numbers stored, ${fresh.count} now)`;
  const allowed = figureTolerance * Math.max(stored.rms, fresh.rms);
  for (const key of ['mean', 'rms', 'wave'] as const)
    if (!(Math.abs(stored[key] - fresh[key]) <= allowed))
      return `the ${key} of its numbers was ${stored[key]} and is ${fresh[key]}, more than ${allowed.toPrecision(2)} apart`;
  return undefined;
}

/** The value with its numbers taken out into `numbers`. */
function skeleton(value: unknown, numbers: number[]): unknown {
  if (typeof value === 'number') {
    numbers.push(value);
    return '#';
  }
  if (typeof value === 'string') return value.replace(/[-+−]?\d+(\.\d+)?(e[-+]?\d+)?/gi, '#');
  if (Array.isArray(value)) return value.map((item) => skeleton(item, numbers));
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).map(([key, item]) => [key, skeleton(item, numbers)]);
  return value;
}

function rounded(x: number): number {
  return Number(x.toPrecision(6));
}
