import { meanBetween, sumOverOthers } from './pairMeans';
import type { Points } from './points';
import type { Numbers } from './probabilities';
import { type WeightedCloud, weightedClouds } from './weightedClouds';

/** What {@link maximumMeanDiscrepancy} takes besides the two clouds. */
export interface DiscrepancyOptions {
  /** Dimension of the points; needed when they are flattened. */
  dim?: number;
  /** Width h of the Gaussian kernel, in units of the coordinates; of several, the mean of their kernels is taken. */
  bandwidth: number | Numbers;
  /** Without pairs of a point with itself (the U-statistic); false unless given. */
  unbiased?: boolean;
}

/**
 * Maximum mean discrepancy between two clouds, *squared*: MMD^2 = E k(X, X') + E k(Y, Y') - 2 E k(X, Y) with the Gaussian
 * kernel k(x, y) = exp(-|x - y|^2 / (2 h^2)). No unit; in [0, 2].
 *
 * X and X' may be the same point (the V-statistic): MMD^2 of the two empirical laws exactly, but too large on average as
 * an estimate from samples, by at most 1 / n + 1 / m. `unbiased` leaves those pairs out (the U-statistic): right
 * on average, so it is *negative* about half of the time when the laws are equal.
 *
 * O((n + m)^2 dim) time, O(n + m) memory. Gretton et al., Journal of Machine Learning Research 13 (2012), equations 3
 * and 5; several bandwidths as in Li, Swersky and Zemel, Generative Moment Matching Networks (2015), who sum.
 *
 * @param x [n][dim] rows, or [n, dim] flattened
 * @param y [m][dim] rows, or [m, dim] flattened
 * @throws Error when a cloud is empty (or of one point, when unbiased), dimensions do not match, a coordinate is not
 * finite, or a bandwidth is not finite and > 0
 */
export function maximumMeanDiscrepancy(
  x: Points,
  y: Points,
  { dim, bandwidth, unbiased = false }: DiscrepancyOptions,
): { squared: number } {
  const kernel = gaussianKernel(typeof bandwidth === 'number' ? [bandwidth] : Array.from(bandwidth));
  const [X, Y] = weightedClouds(x, y, { dim });
  if (unbiased && Math.min(X.size, Y.size) < 2)
    throw new Error(`x and y must have at least 2 points each when unbiased, got ${X.size} and ${Y.size}`);
  const within = ({ size, ...cloud }: WeightedCloud) => {
    const others = sumOverOthers({ size, ...cloud }, kernel);
    return unbiased ? (others * size) / (size - 1) : others + 1 / size;
  };
  const squared = within(X) + within(Y) - 2 * meanBetween(X, Y, kernel);
  return { squared: unbiased ? squared : Math.max(0, squared) }; // rounding can leave -1e-16
}

function gaussianKernel(bandwidths: number[]): (squaredDistance: number) => number {
  if (bandwidths.length === 0) throw new Error('bandwidth must be one number or several, got none');
  for (const h of bandwidths)
    if (!(h > 0 && h < Infinity)) throw new Error(`bandwidth must be finite and > 0, got ${h}`);
  return (squaredDistance) => {
    let sum = 0;
    for (const h of bandwidths) sum += Math.exp(-squaredDistance / h / h / 2); // h^2 could underflow
    return sum / bandwidths.length;
  };
}
