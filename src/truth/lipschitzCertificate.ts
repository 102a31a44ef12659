import type { LipschitzProgram, LipschitzSolution } from './lipschitzProgram';

/** How far from optimal a solution can be. */
export interface LipschitzCertificate {
  /** The largest of the relative residuals of the Karush-Kuhn-Tucker conditions; 0 at an optimum. */
  residual: number;
  /** No f is better by more than this within a distance of k times the largest distance (or 1) of every f_i. */
  dualityGap: number;
}

/**
 * Checks a solution against the optimality conditions, from f, k and the multipliers alone. With m_ij the multiplier
 * of f_i - f_j <= k d_ij and c_i(f) = massFake_i phi(f) + massReal_i phi(-f), an optimum has
 *
 * c_i'(f_i) + sum_j m_ij - m_ji = 0 (at a kink: for a number between the slopes of both sides), 2 lambda k = sum_ij
 * m_ij d_ij, f_i - f_j <= k d_ij, m_ij >= 0, and m_ij > 0 only where equality holds.
 *
 * The residuals: sum_i of the first over the sum of the sizes of both terms of c_i'; the second over its left side;
 * the third over k times the largest distance; sum of m_ij (k d_ij - f_i + f_j) over sum of m_ij k d_ij. The gap is
 * J(f, k) minus the minimum of the Lagrangian.
 */
export function lipschitzCertificate(
  { loss, lambda, massFake, massReal, distances }: LipschitzProgram,
  { f, k, flows }: LipschitzSolution,
): LipschitzCertificate {
  const n = f.length;
  const widest = distances.reduce((most, distance) => Math.max(most, distance), 0);
  const drawn = new Float64Array(n); // sum_j m_ij - m_ji
  let [moved, slackness, violation] = [0, 0, 0]; // sum m d, sum m |slack|, worst f_i - f_j - k d
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const flow = flows[i * n + j];
      const slack = k * distances[i * n + j] - (f[i] - f[j]);
      violation = Math.max(violation, -slack, flow < 0 ? Infinity : 0);
      drawn[i] += flow;
      drawn[j] -= flow;
      moved += flow * distances[i * n + j];
      slackness += flow * Math.abs(slack);
    }
  const cost = (i: number, t: number) => massFake[i] * loss.value(t) + massReal[i] * loss.value(-t);
  const slope = (i: number, t: number) => massFake[i] * loss.slope(t) - massReal[i] * loss.slope(-t);
  const near = 1e-7 * Math.max(1, k * widest); // to tell a kink
  const reach = k * widest || 1;
  let [unbalanced, slopes, gap] = [0, 0, lambda * k * k + (moved * moved) / (4 * lambda)];
  for (let i = 0; i < n; i++) {
    const kinked = loss.kinks?.some(({ at }) => Math.abs(f[i] - at) < near || Math.abs(-f[i] - at) < near);
    const [low, high] = [slope(i, kinked ? f[i] - near : f[i]), slope(i, kinked ? f[i] + near : f[i])];
    unbalanced += Math.max(0, low + drawn[i], -high - drawn[i]);
    const size = (t: number) => Math.abs(loss.slope(kinked ? t + near : t));
    slopes += massFake[i] * size(f[i]) + massReal[i] * size(-f[i]);
    const best = lowest((t) => slope(i, t) + drawn[i], f[i] - reach, f[i] + reach);
    gap += cost(i, f[i]) - cost(i, best) - drawn[i] * best;
  }
  const residual = Math.max(
    ratio(unbalanced, slopes),
    ratio(Math.abs(2 * lambda * k - moved), 2 * lambda * k),
    ratio(violation, k * widest),
    ratio(slackness, k * moved),
  );
  return { residual, dualityGap: gap };
}

const ratio = (part: number, whole: number) => (part === 0 ? 0 : part / whole);

/** Where a function with that increasing derivative is lowest on [low, high]. */
function lowest(derivative: (t: number) => number, low: number, high: number): number {
  for (let step = 0; step < 100 && low < high; step++) {
    const middle = (low + high) / 2;
    if (derivative(middle) > 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
