import { meanBetween, sumOverOthers } from './pairMeans';
import type { Points } from './points';
import { type CloudOptions, weightedClouds } from './weightedClouds';

/**
 * Energy distance D(P, Q) = 2 E|X - Y| - E|X - X'| - E|Y - Y'| between two weighted clouds, with Euclidean distances; X, X'
 * and Y, Y' are independent draws from the clouds, and may be the same point (the V-statistic, no correction of the
 * bias): D is the exact energy distance of the two empirical laws, >= 0, and 0 only when they are equal.
 *
 * In units of the coordinates, *not* of their square: D behaves as a squared distance (shifts of size s << spread
 * cost of order s^2), and its root is a metric. SciPy's `energy_distance` is the root of this. In one dimension
 * D = 2 * the integral of (F_X - F_Y)^2.
 *
 * O((n + m)^2 dim) time, O(n + m) memory. Székely and Rizzo, Journal of Statistical Planning and Inference 143 (2013),
 * equation 2.
 *
 * @param x [n][dim] rows, or [n, dim] flattened
 * @param y [m][dim] rows, or [m, dim] flattened
 * @throws Error when a cloud is empty, dimensions do not match, a coordinate is not finite, or weights are no probabilities
 */
export function energyDistance(x: Points, y: Points, options: CloudOptions = {}): number {
  const [X, Y] = weightedClouds(x, y, options);
  const distance =
    2 * meanBetween(X, Y, Math.sqrt) - sumOverOthers(X, Math.sqrt) - sumOverOthers(Y, Math.sqrt);
  return Math.max(0, distance); // rounding can leave -1e-16
}
