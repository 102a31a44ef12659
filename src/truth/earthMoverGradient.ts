import { type EarthMoverOptions, earthMover } from '../distances/earthMover';
import { flatPoints, type Points } from '../distances/points';

/**
 * Gradient of the earth mover's distance W1 between two weighted clouds in the points of the second: by the envelope theorem the
 * optimal plan P stands still to first order, so that
 *
 * dW / dy_j = sum_i P_ij (y_j - x_i) / |y_j - x_i|.
 *
 * Where f*, the optimal critic between x and y, has a gradient at y_j, this is -weight_j grad f*(y_j) (Wasserstein GAN, Theorem 3,
 * where y = g_theta(z)); where the mass of y_j is split between several x_i, f* has a kink there and this is still the gradient
 * of W. A pair of coinciding points adds 0. It is the gradient wherever the optimal plan is unique and no coupled points coincide,
 * which is almost everywhere.
 *
 * @param x [n][dim] rows, or [n, dim] flattened
 * @param y [m][dim] rows, or [m, dim] flattened
 * @returns [m, dim] flattened
 * @throws Error as {@link earthMover}
 */
export function earthMoverGradient(
  x: Points,
  y: Points,
  options: Omit<EarthMoverOptions, 'metric'> = {},
): Float64Array {
  const { dim } = options;
  const [{ rows, columns, masses }, from, to] = [
    earthMover(x, y, { ...options, metric: 'euclidean' }).plan,
    flatPoints('x', x, dim),
    flatPoints('y', y, dim),
  ];
  const gradient = new Float64Array(to.coordinates.length);
  masses.forEach((mass, k) => {
    const start = from.coordinates.subarray(rows[k] * from.dim, (rows[k] + 1) * from.dim);
    const step = start.map((coordinate, d) => to.coordinates[columns[k] * to.dim + d] - coordinate);
    const length = Math.hypot(...step);
    if (length > 0)
      step.forEach((part, d) => {
        gradient[columns[k] * to.dim + d] += (mass * part) / length;
      });
  });
  return gradient;
}
