import { checkCount, checkFinite } from './check';
import type { Distribution } from './distribution';

/**
 * The uniform distribution on the segment between two points of any dimension.
 *
 * @throws Error when the points differ in dimension or are not finite
 */
export function segment(from: readonly number[], to: readonly number[]): Distribution {
  if (from.length === 0 || from.length !== to.length)
    throw new Error(`segment: both ends must have one dimension >= 1, got ${from.length} and ${to.length}`);
  checkFinite('segment', 'from', from);
  checkFinite('segment', 'to', to);
  const dim = from.length;
  return {
    name: `segment [${from.join(', ')}]–[${to.join(', ')}]`,
    dim,
    sample: (n, stream) => {
      checkCount('segment', n);
      const out = new Float64Array(n * dim);
      for (let i = 0; i < n; i++) {
        const u = stream.uniform();
        for (let j = 0; j < dim; j++) out[i * dim + j] = from[j] + u * (to[j] - from[j]);
      }
      return out;
    },
  };
}

/** The law of (theta, Z) with Z uniform in [0, 1]: one of the parallel lines of Wasserstein GAN, Example 1. */
export function parallelLine(theta: number): Distribution {
  return { ...segment([theta, 0], [theta, 1]), name: `line at θ = ${theta}` };
}
