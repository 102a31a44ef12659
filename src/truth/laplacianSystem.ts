/** Solves M x = right; `right` is left as it is. */
export type LinearSolver = (right: Float64Array) => Float64Array;

/**
 * Factors the matrix M = diag(excess) + sum over pairs i < j of weight_ij (e_i - e_j)(e_i - e_j)^T with weights and
 * excesses >= 0, the matrix of springs between nodes and to the ground. Elimination with excesses in place of
 * diagonals subtracts nothing, so every entry of the factor is right in nearly all its digits, whether weights differ
 * by 1e3 or by 1e30 (Grassmann, Taksar, Heyman, Regenerative analysis and steady state distributions for Markov
 * chains, Operations Research 33, 1985).
 *
 * Nodes that are tied to no ground, all excesses 0, may all move together: the last of them is then held at 0. Time
 * n^3 / 6.
 *
 * @param weights [n, n] flattened, of which the entries i < j are read; they are overwritten
 * @param excess [n]
 */
export function laplacianSystem(weights: Float64Array, excess: ArrayLike<number>): LinearSolver {
  const n = excess.length;
  const ground = Float64Array.from(excess);
  const diagonal = new Float64Array(n);
  const share = new Float64Array(n); // weight_ij / diagonal_i
  for (let i = 0; i < n; i++) {
    const row = weights.subarray(i * n, (i + 1) * n);
    let sum = ground[i];
    for (let j = i + 1; j < n; j++) sum += row[j];
    diagonal[i] = sum;
    if (!(sum > 0)) continue;
    for (let j = i + 1; j < n; j++) share[j] = row[j] / sum;
    for (let j = i + 1; j < n; j++) {
      const part = share[j];
      if (part === 0) continue;
      ground[j] += part * ground[i];
      const target = j * n;
      for (let k = j + 1; k < n; k++) weights[target + k] += part * row[k];
    }
    for (let j = i + 1; j < n; j++) row[j] = share[j];
  }
  return (right) => {
    const x = Float64Array.from(right);
    for (let i = 0; i < n; i++) for (let j = i + 1; j < n; j++) x[j] += weights[i * n + j] * x[i];
    for (let i = n - 1; i >= 0; i--) {
      let value = diagonal[i] > 0 ? x[i] / diagonal[i] : 0;
      for (let j = i + 1; j < n; j++) value += weights[i * n + j] * x[j];
      x[i] = value;
    }
    return x;
  };
}
