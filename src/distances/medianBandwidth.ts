import { squaredDistance } from './pairMeans';
import type { Points } from './points';
import { weightedClouds } from './weightedClouds';

const mostPairs = 2 ** 27; // a gibibyte of distances

/**
 * The median heuristic for a kernel's bandwidth: the median of the Euclidean distances between any two different points
 * of x and y together, in units of the coordinates (the mean of the two middle ones when their number is even).
 *
 * O((n + m)^2 (dim + log(n + m))) time, O((n + m)^2) memory: take a subset of large clouds. Gretton et al., Journal of Machine
 * Learning Research 13 (2012), section 8.
 *
 * @param x [n][dim] rows, or [n, dim] flattened
 * @param y [m][dim] rows, or [m, dim] flattened
 * @throws Error when a cloud is empty, dimensions do not match, a coordinate is not finite, there are more than 2^27 pairs, or
 * more than half of the pairs coincide: a bandwidth of 0 is none
 */
export function medianBandwidth(x: Points, y: Points, { dim }: { dim?: number } = {}): number {
  const [X, Y] = weightedClouds(x, y, { dim });
  const size = X.size + Y.size;
  const pairs = (size * (size - 1)) / 2;
  if (pairs > mostPairs)
    throw new Error(`x and y must have at most ${mostPairs} pairs of points, got ${pairs}: take a subset`);
  const at = (i: number) => (i < X.size ? ([X, i] as const) : ([Y, i - X.size] as const));
  const squares = new Float64Array(pairs);
  for (let i = 0, k = 0; i < size; i++)
    for (let j = 0; j < i; j++) squares[k++] = squaredDistance(...at(i), ...at(j));
  squares.sort();
  const middle = (pairs - 1) / 2;
  const median = (Math.sqrt(squares[Math.floor(middle)]) + Math.sqrt(squares[Math.ceil(middle)])) / 2;
  if (!(median > 0))
    throw new Error('points must differ in at least half of their pairs, got a median distance of 0');
  return median;
}
