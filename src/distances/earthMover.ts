import { remembered } from './groundCost';
import { checkMemory, checkSameTotal, givenTotal } from './masses';
import { cityblock, euclidean, type PointCost, squaredEuclidean } from './pointCosts';
import { flatPoints, type Points } from './points';
import type { Numbers } from './probabilities';
import { type Transport, transport } from './transport';

const metrics: Record<Metric, PointCost> = { euclidean, squaredEuclidean, cityblock };

/** Cost of moving one unit of mass: the Euclidean distance, its square, or the sum of |differences|. */
export type Metric = 'euclidean' | 'squaredEuclidean' | 'cityblock';

/** What {@link earthMover} takes besides the two clouds. */
export interface EarthMoverOptions {
  /** Dimension of the points; needed when they are flattened. */
  dim?: number;
  /** [n] masses of x; a side without masses gets the other side's total, spread evenly (or 1). */
  weightsX?: Numbers;
  /** [m] masses of y. */
  weightsY?: Numbers;
  /** 'euclidean' unless given. With 'squaredEuclidean' the result is W2 squared, not W2. */
  metric?: Metric;
}

/**
 * Exact earth mover's distance (W1) between two weighted clouds of points in any dimension, n != m included: the
 * minimum of sum_ij P_ij |x_i - y_j| over P >= 0 with row sums `weightsX` and column sums `weightsY`; with the plan P and
 * the dual potentials that certify it. An optimal 1-Lipschitz critic follows from them: f(z) = min_j |z - y_j| -
 * potentialY[j] has E_x f - E_y f = W1.
 *
 * In units of the coordinates times units of mass: W1 itself when the masses sum to 1. With `metric: 'squaredEuclidean'`
 * it is the mean squared length of the moves, W2 squared: take the root for W2. Costs are computed as they are
 * needed, not stored (but for up to four million pairs in more than two dimensions): memory is about a kilobyte for each point.
 *
 * Villani, Optimal Transport: Old and New (2009), theorem 5.10; the algorithm is that of {@link earthMoverFromCost}.
 *
 * @param x [n][dim] rows, or [n, dim] flattened
 * @param y [m][dim] rows, or [m, dim] flattened
 * @throws Error when a cloud is empty, dimensions do not match, a coordinate or mass is not finite, a mass is negative,
 * totals differ or are 0, or there are more points than 8 GiB of memory would do for
 */
export function earthMover(
  x: Points,
  y: Points,
  { dim, weightsX, weightsY, metric = 'euclidean' }: EarthMoverOptions = {},
): Transport {
  if (!Object.hasOwn(metrics, metric))
    throw new Error(`metric must be one of ${Object.keys(metrics).join(', ')}, got ${metric}`);
  const from = flatPoints('x', x, dim);
  const to = flatPoints('y', y, dim);
  if (from.dim !== to.dim)
    throw new Error(`x and y must have the same dimension, got ${from.dim} and ${to.dim}`);
  checkMemory('the numbers of points in x and y', from.size, to.size);
  const [totalX, totalY] = [givenTotal('x', from.size, weightsX), givenTotal('y', to.size, weightsY)];
  if (totalX && totalY) checkSameTotal('weightsX and weightsY', totalX, totalY);
  const total = totalX ?? totalY ?? 1;
  const cost = metrics[metric](from.coordinates, to.coordinates, from.dim);
  return transport(
    from.dim > 2 ? remembered(cost, from.size, to.size) : cost,
    weightsX ? Float64Array.from(weightsX) : new Float64Array(from.size).fill(total / from.size),
    weightsY ? Float64Array.from(weightsY) : new Float64Array(to.size).fill(total / to.size),
  );
}
