import { type EarthMoverOptions, earthMover } from '../distances/earthMover';
import { euclidean } from '../distances/pointCosts';
import { flatPoints, type Points } from '../distances/points';
import type { TransportPlan } from '../distances/transport';
import { centredPotentials } from './centredPotentials';
import { cones } from './cones';
import { checkExtension, type Extension, extendedField } from './extension';

/** What {@link kantorovichPotential} takes besides the two clouds. */
export interface KantorovichPotentialOptions
  extends Pick<EarthMoverOptions, 'dim' | 'weightsX' | 'weightsY'> {
  /**
   * The largest continuation, 'upper' (McShane's, and what is taken unless given), the smallest, 'lower', or the mean of the
   * two, 'middle', which is the one that changes only its sign when x and y change places.
   */
  extension?: Extension;
  /**
   * Takes the values on the samples from the middle of all optimal ones ({@link centredPotentials}, time (n + m)^3), not from the corner
   * that the solver ends in. Then the lower extension has a gradient at every y from which all mass goes to one x, and the
   * upper one at every x, unless another plan is as good. False unless given.
   */
  centred?: boolean;
}

/** An exact optimal critic as plain functions on points, [n, dim] flattened, beside a trained critic's `Field`. */
export interface KantorovichPotential {
  dim: number;
  /** f(x): [n]. */
  values(points: ArrayLike<number>): Float64Array;
  /**
   * grad f(x): [n, dim] flattened. Where f has a kink it is the gradient on one side of it; at a sample from which f
   * rises (or falls) on all sides it is 0.
   */
  gradients(points: ArrayLike<number>): Float64Array;
  /** W1 = E_x f - E_y f. */
  distance: number;
  /** The optimal coupling: f rises with slope 1 along the segment from y[columns[k]] to x[rows[k]]. */
  plan: TransportPlan;
}

/**
 * The exact 1-Lipschitz critic between two weighted clouds: an f on the whole space with slope at most 1 everywhere that
 * maximises E_x f - E_y f, x being the real side. The dual potentials u, v of {@link earthMover} say what it is on the
 * samples, f(x_i) = u_i and f(y_j) = -v_j; beyond them
 *
 * upper: f(z) = min_j |z - y_j| - v_j,   lower: f(z) = max_i u_i - |z - x_i|,
 *
 * the largest and the smallest of all 1-Lipschitz functions with these values (McShane, Bulletin of the AMS 40, 1934); on
 * the segments between coupled samples they agree, with slope 1 (Improved Training of WGANs, Proposition 1). Free up to a
 * constant: E_x f + E_y f is made 0. Samples without mass have no say.
 *
 * Euclidean; time n (points) times n or m (samples) times dim.
 *
 * @param x [n][dim] rows, or [n, dim] flattened
 * @param y [m][dim] rows, or [m, dim] flattened
 * @throws Error as {@link earthMover}, on an unknown extension, and (from its functions) when the number of coordinates is no
 * positive multiple of dim
 */
export function kantorovichPotential(
  x: Points,
  y: Points,
  { dim, weightsX, weightsY, extension = 'upper', centred = false }: KantorovichPotentialOptions = {},
): KantorovichPotential {
  checkExtension(extension);
  const { distance, plan, ...corner } = earthMover(x, y, { dim, weightsX, weightsY });
  const [cloud, other] = [flatPoints('x', x, dim), flatPoints('y', y, dim)];
  const cost = euclidean(cloud.coordinates, other.coordinates, cloud.dim).at;
  const { potentialX, potentialY } = centred
    ? centredPotentials(cost, plan, [cloud.size, other.size])
    : corner;
  const level = middleOfMeans(plan, potentialX, potentialY);
  const upper = cones(
    other,
    plan.columns,
    potentialY.map((v) => -v - level),
    1,
  );
  const lower = cones(
    cloud,
    plan.rows,
    potentialX.map((u) => u - level),
    -1,
  );
  return { ...extendedField(cloud.dim, { upper, lower }, extension), distance, plan };
}

/** (E_x f + E_y f) / 2. */
function middleOfMeans({ rows, columns, masses }: TransportPlan, u: Float64Array, v: Float64Array): number {
  let [sum, total] = [0, 0];
  masses.forEach((mass, k) => {
    sum += (mass * (u[rows[k]] - v[columns[k]])) / 2;
    total += mass;
  });
  return sum / total;
}
