const negligible = -50; // exp(-50) of the largest term: a sum of doubles does not feel it

/**
 * The soft minimum over each row, u_i = -epsilon log sum_j w_j exp((v_j - cost_ij) / epsilon): half a Sinkhorn iteration in
 * the log domain.
 *
 * @param cost [n, m] flattened
 * @param weights [m]
 * @param v [m] potential of the other side
 */
export function softMinimum(
  cost: Float64Array,
  weights: Float64Array,
  v: Float64Array,
  epsilon: number,
): Float64Array {
  const m = v.length;
  const level = v.map((value, j) => value / epsilon + Math.log(weights[j])); // -Infinity without mass
  return Float64Array.from({ length: cost.length / m }, (_, i) => {
    let top = -Infinity;
    for (let j = 0; j < m; j++) {
      const value = level[j] - cost[i * m + j] / epsilon;
      if (value > top) top = value;
    }
    let sum = 0;
    for (let j = 0; j < m; j++) {
      const below = level[j] - cost[i * m + j] / epsilon - top;
      if (below > negligible) sum += Math.exp(below);
    }
    return -epsilon * (top + Math.log(sum));
  });
}

/** sum_i a_i |exp((u_i - next_i) / epsilon) - 1|: how far the row sums are from a, when next is the soft minimum. */
export function marginalError(a: Float64Array, u: Float64Array, next: Float64Array, epsilon: number): number {
  return a.reduce(
    (sum, mass, i) => (mass > 0 ? sum + mass * Math.abs(Math.expm1((u[i] - next[i]) / epsilon)) : sum),
    0,
  );
}
