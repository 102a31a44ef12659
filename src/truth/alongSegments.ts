import type { CoupledPairs } from '../distances/coupledPairs';

/** What {@link alongSegments} found at each place t: [places], means over the pairs by their masses. */
export interface AlongSegments {
  t: number[];
  /** Mean |grad f|. */
  norm: number[];
  /** Mean cosine between grad f and the way to x. */
  cosine: number[];
  /** Largest |grad f - (x - y) / |x - y|| over the pairs. */
  largestError: number[];
}

/**
 * The gradient of a critic on the segments between coupled points, at x_t = t x + (1 - t) y. An optimal critic, maximal on x's
 * side, has there grad f(x_t) = (x - x_t) / |x - x_t| = (x - y) / |x - y|: norm 1, straight to x (Improved Training of Wasserstein GANs,
 * Proposition 1, with its y written x here).
 *
 * @param gradients of the critic at points: [n, dim] flattened
 * @param t places in (0, 1), 0 being y
 * @throws Error when there is no place, one is not in (0, 1), or no two coupled points lie apart
 */
export function alongSegments(
  gradients: (points: Float64Array) => ArrayLike<number>,
  { dim, x, y, masses, lengths }: CoupledPairs,
  t: readonly number[],
): AlongSegments {
  if (t.length === 0) throw new Error('alongSegments: expected at least one place t, got none');
  const outside = t.find((place) => !(place > 0 && place < 1));
  if (outside !== undefined) throw new Error(`alongSegments: t must lie in (0, 1), got ${outside}`);
  const apart = Array.from(lengths.keys()).filter((k) => lengths[k] > 0);
  if (apart.length === 0) throw new Error('alongSegments: no two coupled points lie apart');
  const total = apart.reduce((sum, k) => sum + masses[k], 0);
  const found: AlongSegments = { t: [...t], norm: [], cosine: [], largestError: [] };
  for (const place of t) {
    const points = x.map((coordinate, c) => place * coordinate + (1 - place) * y[c]);
    const gradient = gradients(points);
    let [norm, cosine, largest] = [0, 0, 0];
    for (const k of apart) {
      let [squared, along, error] = [0, 0, 0];
      for (let c = k * dim; c < (k + 1) * dim; c++) {
        const way = (x[c] - y[c]) / lengths[k];
        squared += gradient[c] ** 2;
        along += gradient[c] * way;
        error += (gradient[c] - way) ** 2;
      }
      norm += (masses[k] / total) * Math.sqrt(squared);
      cosine += squared > 0 ? ((masses[k] / total) * along) / Math.sqrt(squared) : 0;
      largest = Math.max(largest, Math.sqrt(error));
    }
    found.norm.push(norm);
    found.cosine.push(cosine);
    found.largestError.push(largest);
  }
  return found;
}
