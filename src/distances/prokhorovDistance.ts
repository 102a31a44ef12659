import { earthMoverFromCost } from './earthMoverFromCost';
import type { Points } from './points';
import { type CloudOptions, weightedClouds } from './weightedClouds';

/**
 * Lévy-Prokhorov distance between two weighted clouds: the smallest eps with P(A) <= Q(A^eps) + eps for every set A, where A^eps
 * holds the points at most eps away from A. It goes to 0 exactly when P converges to Q in law (on a separable space). In [0, 1];
 * eps is a distance and a mass at once, so that it depends on the unit of the coordinates.
 *
 * By Strassen's theorem it is the smallest eps for which some coupling moves no more than a mass eps farther than eps: a
 * transport with costs 0 and 1 for each eps tried, and only the distances between points need be tried, by bisection.
 *
 * Strassen, The existence of probability measures with given marginals (1965), theorem 11; Gibbs and Su, On choosing and
 * bounding probability metrics (2002).
 *
 * @param x [n][dim] rows, or [n, dim] flattened
 * @param y [m][dim] rows, or [m, dim] flattened
 * @throws Error when a cloud is empty, dimensions do not match, a coordinate is not finite, or weights are no probabilities
 */
export function prokhorovDistance(x: Points, y: Points, options: CloudOptions = {}): number {
  const [from, to] = weightedClouds(x, y, options);
  const distances = Float64Array.from({ length: from.size * to.size }, (_, k) => {
    const [i, j] = [Math.floor(k / to.size), k % to.size];
    let square = 0;
    for (let d = 0; d < from.dim; d++)
      square += (from.coordinates[i * from.dim + d] - to.coordinates[j * to.dim + d]) ** 2;
    return Math.sqrt(square);
  });
  /** The least mass that must go farther than eps; it falls as eps grows. */
  const stranded = (eps: number) =>
    earthMoverFromCost(
      distances.map((distance) => (distance > eps ? 1 : 0)),
      from.weights,
      to.weights,
    ).distance;
  const candidates = [0, ...Float64Array.from(new Set(distances)).sort()];
  let [low, high] = [0, candidates.length - 1]; // at the largest distance nothing is stranded
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stranded(candidates[middle]) <= candidates[middle]) high = middle;
    else low = middle + 1;
  }
  // Between two candidates the stranded mass does not change: eps may stop where it has grown to that mass.
  return high === 0 ? 0 : Math.min(candidates[high], stranded(candidates[high - 1]));
}
