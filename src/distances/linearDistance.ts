import type { Points } from './points';
import { type CloudOptions, type WeightedCloud, weightedClouds } from './weightedClouds';

/** What linear critics see of two clouds. */
export interface LinearDistance {
  /** |mean x - mean y|, in units of the coordinates. */
  distance: number;
  /** The optimal w, of length 1: [dim]; zeros where the means are equal. */
  direction: Float64Array;
}

/**
 * The F-distance for the linear functions f(x) = w . x with |w| <= 1: sup_w E w . x - E w . y = |mean x - mean y| (Cauchy and
 * Schwarz), attained at w = (mean x - mean y) / |mean x - mean y|. It is below the earth mover's distance, whose critics
 * include these, and 0 for different laws of one mean.
 *
 * Between two samples of m points each of one law with covariance S its mean square is 2 trace(S) / m, whatever the dimension.
 *
 * Arora et al., Generalization and Equilibrium in GANs (2017), Definition 2, with this class as F.
 *
 * @param x [n][dim] rows, or [n, dim] flattened
 * @param y [m][dim] rows, or [m, dim] flattened
 * @throws Error when a cloud is empty, dimensions do not match, a coordinate is not finite, or weights are no probabilities
 */
export function linearDistance(x: Points, y: Points, options: CloudOptions = {}): LinearDistance {
  const [meanX, meanY] = weightedClouds(x, y, options).map(weightedMean);
  const difference = meanX.map((value, k) => value - meanY[k]);
  const distance = Math.hypot(...difference);
  return { distance, direction: difference.map((value) => (distance === 0 ? 0 : value / distance)) };
}

/** The mean of a cloud: [dim]. */
function weightedMean({ coordinates, weights, size, dim }: WeightedCloud): Float64Array {
  const sum = new Float64Array(dim);
  for (let i = 0; i < size; i++)
    for (let k = 0; k < dim; k++) sum[k] += weights[i] * coordinates[i * dim + k];
  return sum;
}
