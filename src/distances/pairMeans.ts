import type { WeightedCloud } from './weightedClouds';

/** What is averaged over pairs of points, as a function of their squared distance. */
export type OfSquaredDistance = (squaredDistance: number) => number;

/** sum_ij w_i v_j term(|x_i - y_j|^2): the mean over pairs of a point of x and one of y. O(n m dim) time. */
export function meanBetween(x: WeightedCloud, y: WeightedCloud, term: OfSquaredDistance): number {
  let sum = 0;
  for (let i = 0; i < x.size; i++) {
    let ofRow = 0;
    for (let j = 0; j < y.size; j++) ofRow += y.weights[j] * term(squaredDistance(x, i, y, j));
    sum += x.weights[i] * ofRow;
  }
  return sum;
}

/** sum of w_i w_j term(|x_i - x_j|^2) over i != j. With sum_i w_i^2 term(0) added it is the mean over all pairs. */
export function sumOverOthers(x: WeightedCloud, term: OfSquaredDistance): number {
  let sum = 0;
  for (let i = 0; i < x.size; i++) {
    let ofRow = 0;
    for (let j = 0; j < i; j++) ofRow += x.weights[j] * term(squaredDistance(x, i, x, j));
    sum += x.weights[i] * ofRow;
  }
  return 2 * sum;
}

/** |x_i - y_j|^2, Euclidean. */
export function squaredDistance(x: WeightedCloud, i: number, y: WeightedCloud, j: number): number {
  const { coordinates: a, dim } = x;
  const b = y.coordinates;
  let sum = 0;
  for (let k = 0; k < dim; k++) {
    const difference = a[i * dim + k] - b[j * dim + k];
    sum += difference * difference;
  }
  return sum;
}
