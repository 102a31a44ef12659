import { anneal, checkedOptions, type EntropicOptions, spreadOf } from './annealing';
import { checkedTotal, checkSameTotal } from './masses';
import type { Numbers } from './probabilities';
import { marginalError, softMinimum } from './softMinimum';

/** An entropic plan and how far it got. */
export interface EntropicTransport {
  /** Transport cost sum_ij P_ij cost_ij of the plan, without the entropy. */
  distance: number;
  /** Entropic objective, from the dual: a lower bound of the minimum, equal to it on convergence. */
  value: number;
  plan: Float64Array; // [n, m] flattened
  potentialX: Float64Array; // [n]
  potentialY: Float64Array; // [m]
  /** sum_i |a_i - row sum| or sum_j |b_j - column sum| of the plan, the larger one, as a share of the total mass. */
  marginalError: number;
  iterations: number;
  /** Whether marginalError <= tolerance. When it is false, the distance can even be below the exact one. */
  converged: boolean;
}

/**
 * Entropic optimal transport by Sinkhorn's iteration in the log domain: the plan P that minimises
 * sum_ij P_ij cost_ij + epsilon sum_ij P_ij log(P_ij t / (a_i b_j)) with row sums a and column sums b of total t.
 *
 * P_ij = a_i b_j exp((potentialX_i + potentialY_j - cost_ij) / epsilon) / t, and `value` = sum_i a_i potentialX_i +
 * sum_j b_j potentialY_j <= exact cost + epsilon t log(min(n, m)). On convergence exact cost <= distance <= value. In units
 * of cost times mass; with epsilon -> 0 both tend to the exact cost, with epsilon -> infinity to that of P = a b^T / t.
 *
 * Small epsilons take many iterations (in the worst case spread of the costs / epsilon and more) but do not
 * overflow. Marginal errors below 1e-16 spread / epsilon or so drown in rounding. O(n m) for an iteration and in memory.
 *
 * Cuturi, Sinkhorn Distances (2013); Peyré and Cuturi, Computational Optimal Transport (2019), section 4.4.
 *
 * @param cost [n, m] flattened, row after row; may be negative
 * @param a [n] masses >= 0
 * @param b [m] masses >= 0 of the same total (to 1e-9; then b is scaled)
 * @throws Error when a cost or a mass is not finite, a mass is negative, totals differ or are 0, shapes do not match,
 * epsilon is not > 0, maxIterations is no integer >= 1, or tolerance is negative
 */
export function sinkhorn(cost: Numbers, a: Numbers, b: Numbers, options: EntropicOptions): EntropicTransport {
  const settings = checkedOptions(options);
  const [total, totalB] = [checkedTotal('a', a), checkedTotal('b', b)];
  checkSameTotal('a and b', total, totalB);
  const [n, m] = [a.length, b.length];
  const C = checkedCost(cost, n, m);
  const transposed = transpose(C, n, m);
  const alpha = Float64Array.from(a, (mass) => mass / total);
  const beta = Float64Array.from(b, (mass) => mass / totalB);
  let potentialX: Float64Array = new Float64Array(n);
  let potentialY: Float64Array = new Float64Array(m);
  let next = potentialX;
  const iterations = anneal(spreadOf(C), settings, (epsilon) => {
    potentialX = next;
    potentialY = softMinimum(transposed, alpha, potentialX, epsilon);
    next = softMinimum(C, beta, potentialY, epsilon);
    return marginalError(alpha, potentialX, next, epsilon);
  });
  const plan = C.map((c, k) => {
    const [i, j] = [Math.floor(k / m), k % m];
    const mass = alpha[i] * beta[j];
    return mass > 0 ? total * mass * Math.exp((potentialX[i] + potentialY[j] - c) / settings.epsilon) : 0;
  });
  const error = marginalErrorOf(plan, alpha, beta, total);
  return {
    distance: inner(plan, C),
    value: total * (inner(alpha, potentialX) + inner(beta, potentialY)),
    plan,
    potentialX,
    potentialY,
    marginalError: error,
    iterations,
    converged: error <= settings.tolerance,
  };
}

function checkedCost(cost: Numbers, n: number, m: number): Float64Array {
  if (cost.length !== n * m)
    throw new Error(`cost must have ${n} * ${m} = ${n * m} entries, got ${cost.length}`);
  const bad = Array.prototype.findIndex.call(cost, (value) => !Number.isFinite(value));
  if (bad >= 0)
    throw new Error(`cost must be finite, got ${cost[bad]} at (${Math.floor(bad / m)}, ${bad % m})`);
  return Float64Array.from(cost);
}

function transpose(cost: Float64Array, n: number, m: number): Float64Array {
  const transposed = new Float64Array(n * m);
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) transposed[j * n + i] = cost[i * m + j];
  return transposed; // both halves of an iteration then read along rows
}

function marginalErrorOf(plan: Float64Array, alpha: Float64Array, beta: Float64Array, total: number): number {
  const rows = alpha.map((mass) => -mass);
  const columns = beta.map((mass) => -mass);
  plan.forEach((mass, k) => {
    rows[Math.floor(k / beta.length)] += mass / total;
    columns[k % beta.length] += mass / total;
  });
  const size = (sum: number, rest: number) => sum + Math.abs(rest);
  return Math.max(rows.reduce(size, 0), columns.reduce(size, 0));
}

function inner(x: Float64Array, y: Float64Array): number {
  return x.reduce((sum, value, i) => sum + value * y[i], 0);
}
