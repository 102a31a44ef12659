import { checkSameTotal, givenTotal } from './masses';
import type { Numbers } from './probabilities';
import { sortedOrder } from './sortedOrder';

/** Masses for {@link earthMover1d}; a side without masses gets the other side's total, spread evenly (or 1). */
export interface Weights {
  weightsX?: Numbers;
  weightsY?: Numbers;
}

/**
 * Exact earth mover's distance (W1) between two weighted point sets on the line: the integral of |F_X - F_Y|, where
 * F are the cumulative masses. O(n log n). In units of x times units of mass (W1 itself when the masses sum to 1).
 *
 * Vallender, Theory of Probability and its Applications 18 (1973).
 *
 * @param x [n]
 * @param y [m]
 * @throws Error when a side is empty, a coordinate is not finite, a mass is negative or not finite, or totals differ or are 0
 */
export function earthMover1d(x: Numbers, y: Numbers, { weightsX, weightsY }: Weights = {}): number {
  const [totalX, totalY] = [givenTotal('x', x.length, weightsX), givenTotal('y', y.length, weightsY)];
  if (totalX && totalY) checkSameTotal('weightsX and weightsY', totalX, totalY);
  const total = totalX ?? totalY ?? 1;
  const [from, to] = [steps('x', x, total, weightsX), steps('y', y, total, weightsY)];
  let distance = 0;
  let before = 0; // the last place where a mass was passed
  for (let i = 0, j = 0; i < x.length || j < y.length; ) {
    const isFrom = j === y.length || (i < x.length && from.at[i] <= to.at[j]);
    const at = isFrom ? from.at[i] : to.at[j];
    const excess = (i > 0 ? from.mass[i - 1] : 0) - (j > 0 ? to.mass[j - 1] : 0); // F_X - F_Y up to here
    if (excess !== 0) distance += Math.abs(excess) * (at - before);
    before = at;
    if (isFrom) i++;
    else j++;
  }
  return distance;
}

/** The points of one side from left to right, and the mass up to each. */
function steps(name: string, x: Numbers, total: number, weights?: Numbers) {
  if (x.length === 0) throw new Error(`${name} must have at least one point, got none`);
  const points = Float64Array.from(x);
  const wrong = points.findIndex((value) => !Number.isFinite(value));
  if (wrong >= 0) throw new Error(`${name} must hold finite coordinates, got ${x[wrong]} at ${wrong}`);
  const mass = new Float64Array(points.length);
  if (!weights) {
    for (let i = 0; i < mass.length; i++) mass[i] = (total * (i + 1)) / mass.length;
    return { at: points.sort(), mass };
  }
  const order = sortedOrder(points);
  const at = new Float64Array(points.length);
  for (let k = 0, sum = 0; k < at.length; k++) {
    at[k] = points[order[k]];
    sum += weights[order[k]];
    mass[k] = sum;
  }
  return { at, mass };
}
