import { euclidean } from './pointCosts';
import { flatPoints, type Points } from './points';

/**
 * The mean distance of the points to the nearest of the atoms: E_x min_j |x - y_j|, in units of the coordinates. It is the
 * smallest W1 between the points and any law on the atoms, so with points drawn from a law it estimates, without bias, a
 * lower bound of the W1 between that law and a law on the atoms.
 *
 * Graf and Luschgy, Foundations of Quantization for Probability Distributions (2000), Lemma 3.4.
 *
 * @param x the points, [n][dim] rows, or [n, dim] flattened
 * @param atoms [m][dim] rows, or [m, dim] flattened
 * @param dim dimension of the points; needed when they are flattened
 * @throws Error when there is no point or no atom, dimensions do not match, or a coordinate is not finite
 */
export function quantisationError(x: Points, atoms: Points, dim?: number): number {
  const points = flatPoints('x', x, dim);
  const support = flatPoints('atoms', atoms, dim);
  if (points.dim !== support.dim)
    throw new Error(`x and atoms must have the same dimension, got ${points.dim} and ${support.dim}`);
  const cost = euclidean(points.coordinates, support.coordinates, points.dim);
  const free = new Float64Array(support.size);
  let sum = 0;
  for (let i = 0; i < points.size; i++) sum += cost.at(i, cost.cheapest(i, 0, support.size, free, Infinity));
  return sum / points.size;
}
