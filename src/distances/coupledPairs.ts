import { flatPoints, type Points } from './points';
import type { TransportPlan } from './transport';

/** The pairs between which a plan moves mass, as points. */
export interface CoupledPairs {
  dim: number;
  /** The points of the plan's rows and columns, pair by pair: [pairs, dim] flattened. */
  x: Float64Array;
  y: Float64Array;
  /** [pairs], all > 0. */
  masses: Float64Array;
  /** Euclidean distance from y to x: [pairs]. */
  lengths: Float64Array;
}

/**
 * The coupled points of a plan between two clouds, e.g. that of {@link earthMover}: where pair k is (x_k, y_k), mass masses[k] moves
 * between them, and sum_k masses[k] lengths[k] is the plan's Euclidean cost.
 *
 * @param x [n][dim] rows, or [n, dim] flattened: the cloud of the plan's rows
 * @param y [m][dim] rows, or [m, dim] flattened: that of its columns
 * @throws Error when a cloud does not fit `dim`, or the plan names a point that there is not
 */
export function coupledPairs(plan: TransportPlan, x: Points, y: Points, dim?: number): CoupledPairs {
  const from = flatPoints('x', x, dim);
  const to = flatPoints('y', y, dim ?? from.dim);
  const pick = (name: string, { coordinates, size, dim }: typeof from, indices: Int32Array) => {
    const out = new Float64Array(indices.length * dim);
    indices.forEach((index, k) => {
      if (!(index >= 0 && index < size))
        throw new Error(`coupledPairs: the plan names point ${index} of ${name}, which has ${size}`);
      out.set(coordinates.subarray(index * dim, (index + 1) * dim), k * dim);
    });
    return out;
  };
  const pairs = { x: pick('x', from, plan.rows), y: pick('y', to, plan.columns) };
  const lengths = plan.masses.map((_, k) => {
    let squared = 0;
    for (let c = k * from.dim; c < (k + 1) * from.dim; c++) squared += (pairs.x[c] - pairs.y[c]) ** 2;
    return Math.sqrt(squared);
  });
  return { dim: from.dim, ...pairs, masses: plan.masses.slice(), lengths };
}
