import { assignment } from './assignment';
import type { Numbers } from './probabilities';

/** An optimal matching of two point sets. */
export interface Matching {
  /** W1 between the two, in units of the coordinates. */
  distance: number;
  /** Point i of x goes to point `match[i]` of y. */
  match: Int32Array;
}

/**
 * Exact earth mover's distance (W1, Euclidean) between two sets of equally many, equally weighted points of any
 * dimension, by the optimal assignment. O(n^3): a second or so for n = 500.
 *
 * @param x [n, dim] flattened
 * @param y [n, dim] flattened
 * @throws Error when the sizes differ, are no positive multiple of dim, or a coordinate is not finite
 */
export function earthMoverMatched(x: Numbers, y: Numbers, dim: number): Matching {
  if (!Number.isSafeInteger(dim) || dim < 1) throw new Error(`dim must be an integer >= 1, got ${dim}`);
  if (x.length !== y.length || x.length === 0 || x.length % dim !== 0)
    throw new Error(
      `x and y must be the same positive multiple of ${dim} long, got ${x.length} and ${y.length}`,
    );
  const n = x.length / dim;
  const distance = (i: number, j: number) => {
    let sum = 0;
    for (let k = 0; k < dim; k++) sum += (x[i * dim + k] - y[j * dim + k]) ** 2;
    return Math.sqrt(sum);
  };
  const { cost, columns } = assignment(n, distance);
  return { distance: cost / n, match: columns };
}
