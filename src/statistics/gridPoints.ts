/**
 * All points (x_j, y_i) of a grid in the plane, row by row (x runs fastest): [ny * nx, 2] flattened, the order in which `heatMap`
 * takes its values.
 *
 * @throws Error when either axis has no number
 */
export function gridPoints(x: ArrayLike<number>, y: ArrayLike<number>): Float64Array {
  if (x.length === 0 || y.length === 0)
    throw new Error(
      `gridPoints: both axes need at least one number, got ${x.length} of x and ${y.length} of y`,
    );
  const out = new Float64Array(2 * x.length * y.length);
  for (let i = 0; i < y.length; i++)
    for (let j = 0; j < x.length; j++) out.set([x[j], y[i]], 2 * (i * x.length + j));
  return out;
}
