import { checkCount, checkFinite } from './check';
import type { Distribution } from './distribution';

/** How {@link empirical} draws. */
export interface EmpiricalOptions {
  /**
   * Draws without replacement until all points were drawn, then all over again: each of N points comes n / N times in a
   * sample of n, rounded up or down, so that the mean of a batch that is a multiple of N is that over the points. Default false.
   */
  balanced?: boolean;
}

/**
 * The uniform distribution on given points (draws with replacement, unless `balanced`).
 *
 * @param points [n, dim] flattened
 * @throws Error when there is no point, a coordinate is not finite, or the length is no multiple of dim
 */
export function empirical(
  points: ArrayLike<number>,
  dim: number,
  { balanced = false }: EmpiricalOptions = {},
): Distribution {
  if (!Number.isSafeInteger(dim) || dim < 1)
    throw new Error(`empirical: dim must be an integer >= 1, got ${dim}`);
  if (points.length === 0 || points.length % dim !== 0)
    throw new Error(
      `empirical: expected a positive multiple of dim = ${dim} coordinates, got ${points.length}`,
    );
  checkFinite('empirical', 'points', points);
  const stored = points instanceof Float32Array ? points.slice() : Float64Array.from(points); // 60,000 images are many
  const size = stored.length / dim;
  return {
    name: `${size} points${balanced ? ', balanced' : ''}`,
    dim,
    sample: (n, stream) => {
      checkCount('empirical', n);
      const out = new Float64Array(n * dim);
      let order: number[] = [];
      for (let i = 0; i < n; i++) {
        if (balanced && i % size === 0) order = stream.permutation(size);
        const at = (balanced ? order[i % size] : stream.integer(size)) * dim;
        out.set(stored.subarray(at, at + dim), i * dim);
      }
      return out;
    },
  };
}
