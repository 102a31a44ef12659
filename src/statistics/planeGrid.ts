/**
 * The points of a grid in the plane, row by row from the bottom: (x_0, y_0), (x_1, y_0), …, as a heat map takes its values.
 *
 * @param x [nx]
 * @param y [ny]
 * @returns [ny * nx, 2] flattened
 */
export function planeGrid(x: ArrayLike<number>, y: ArrayLike<number>): Float64Array {
  const points = new Float64Array(2 * x.length * y.length);
  for (let row = 0, at = 0; row < y.length; row++)
    for (let column = 0; column < x.length; column++, at += 2) {
      points[at] = x[column];
      points[at + 1] = y[row];
    }
  return points;
}
