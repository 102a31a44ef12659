import { anneal, checkedOptions, type EntropicOptions, spreadOf } from './annealing';
import { squaredDistance } from './pairMeans';
import type { Points } from './points';
import { sinkhorn } from './sinkhorn';
import { marginalError, softMinimum } from './softMinimum';
import { type CloudOptions, type WeightedCloud, weightedClouds } from './weightedClouds';

/** What {@link sinkhornDivergence} takes besides the two clouds. */
export interface SinkhornDivergenceOptions extends CloudOptions, EntropicOptions {
  /** The cost is |x - y|^power, 0 < power <= 2; 1 unless given. */
  power?: number;
}

/** A debiased entropic distance and how far its three problems got. */
export interface SinkhornDivergence {
  divergence: number;
  /** Largest of the three, as {@link sinkhorn} reports it. */
  marginalError: number;
  /** Sum of the three. */
  iterations: number;
  converged: boolean;
}

const mostEntries = 2 ** 27; // of one matrix of costs: a gibibyte

/**
 * Sinkhorn divergence S(x, y) = OT(x, y) - OT(x, x) / 2 - OT(y, y) / 2, where OT is the `value` of {@link sinkhorn} with cost
 * |x - y|^power: entropic transport without its bias. 0 when the clouds are equal, else > 0 (to about epsilon times the
 * tolerance).
 *
 * In units of the coordinates to that power, as epsilon. It goes from W1 (power 1; W2 *squared* for power 2) at epsilon -> 0
 * to half the energy distance (power 1) or the squared distance of the means (power 2) at epsilon -> infinity.
 *
 * Feydy et al., Interpolating between Optimal Transport and MMD using Sinkhorn Divergences (2019), equation 3 and theorem 1;
 * the problems of a cloud with itself by their symmetric iteration. O((n + m)^2) memory and time for an iteration.
 *
 * @param x [n][dim] rows, or [n, dim] flattened
 * @param y [m][dim] rows, or [m, dim] flattened
 * @throws Error when a cloud is empty, dimensions do not match, a coordinate is not finite, weights are no probabilities, there
 * are more than 2^27 pairs, power is not in (0, 2], or epsilon, maxIterations or tolerance are as {@link sinkhorn} refuses
 */
export function sinkhornDivergence(
  x: Points,
  y: Points,
  { power = 1, epsilon, maxIterations, tolerance, ...clouds }: SinkhornDivergenceOptions,
): SinkhornDivergence {
  if (!(power > 0 && power <= 2)) throw new Error(`power must be > 0 and <= 2, got ${power}`);
  const settings = checkedOptions({ epsilon, maxIterations, tolerance });
  const [X, Y] = weightedClouds(x, y, clouds);
  const larger = Math.max(X.size, Y.size);
  if (larger ** 2 > mostEntries)
    throw new Error(`x and y must have at most ${Math.floor(Math.sqrt(mostEntries))} points, got ${larger}`);
  const between = sinkhorn(costs(X, Y, power), X.weights, Y.weights, settings);
  const [ofX, ofY] = [X, Y].map((cloud) => withItself(costs(cloud, cloud, power), cloud.weights, settings));
  const error = Math.max(between.marginalError, ofX.marginalError, ofY.marginalError);
  return {
    divergence: between.value - ofX.value / 2 - ofY.value / 2,
    marginalError: error,
    iterations: between.iterations + ofX.iterations + ofY.iterations,
    converged: error <= settings.tolerance,
  };
}

function costs(x: WeightedCloud, y: WeightedCloud, power: number): Float64Array {
  const cost = new Float64Array(x.size * y.size);
  for (let i = 0, k = 0; i < x.size; i++)
    for (let j = 0; j < y.size; j++) cost[k++] = squaredDistance(x, i, y, j) ** (power / 2);
  return cost;
}

/** Entropic transport of a cloud to itself: one potential serves both sides, and averaging makes it converge at once. */
function withItself(cost: Float64Array, weights: Float64Array, settings: Required<EntropicOptions>) {
  let potential: Float64Array = new Float64Array(weights.length);
  let next = potential;
  let error = Infinity;
  const iterations = anneal(spreadOf(cost), settings, (epsilon) => {
    potential = potential.map((value, i) => (value + next[i]) / 2);
    next = softMinimum(cost, weights, potential, epsilon);
    error = marginalError(weights, potential, next, epsilon);
    return error;
  });
  const value = weights.reduce((sum, mass, i) => sum + mass * (potential[i] + next[i]), 0);
  return { value, marginalError: error, iterations };
}
