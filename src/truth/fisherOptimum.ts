/** The best critic of Fisher GAN on a finite space, and what it attains. */
export interface FisherOptimum {
  /** F_mu = E_real f* - E_fake f*, in [0, 2]. */
  value: number;
  /** f* at the atoms, [n]: positive where there is more real mass; NaN at atoms without mass, where it is not determined. */
  critic: Float64Array;
}

/**
 * The Fisher integral probability metric between two laws on the same atoms: the f that maximises E_real f - E_fake f among
 * all f with E_mu f^2 <= 1, mu = (p + q) / 2. By Cauchy and Schwarz
 *
 * f* = (p - q) / (mu F_mu),   F_mu = sqrt(sum (p - q)^2 / mu),
 *
 * the chi-squared distance. F_mu is 2 and f* is 1 and -1 as soon as no atom has mass of both, wherever the atoms lie: no
 * distance between them enters. It is leastSquares' optimum for the labels -1 and 1 times 2 / F_mu. For p = q all f of
 * mean square at most 1 are optimal, and 0 is returned. Densities on an even grid do as masses.
 *
 * Mroueh and Sercu, Fisher GAN (2017), Theorem 1; Lipschitz Generative Adversarial Nets, Table 1.
 *
 * @param p real masses, [n], of any sum > 0 (they are divided by it)
 * @param q fake masses, [n], likewise
 * @throws Error when the lengths differ or a mass is negative or not finite, or there is none
 */
export function fisherOptimum(p: ArrayLike<number>, q: ArrayLike<number>): FisherOptimum {
  if (p.length !== q.length)
    throw new Error(`fisherOptimum: p and q must have the same atoms, got ${p.length} and ${q.length}`);
  const [real, fake] = [normalised('p', p), normalised('q', q)];
  const ratio = real.map((mass, i) => (2 * (mass - fake[i])) / (mass + fake[i])); // (p - q) / mu, NaN without mass
  const square = ratio.reduce(
    (sum, r, i) => sum + (r === 0 || Number.isNaN(r) ? 0 : r * (real[i] - fake[i])),
    0,
  );
  const value = Math.sqrt(square);
  return { value, critic: ratio.map((r) => (r === 0 ? 0 : r / value)) };
}

function normalised(name: string, masses: ArrayLike<number>): Float64Array {
  const list = Float64Array.from(masses);
  const bad = list.findIndex((mass) => !(mass >= 0 && mass < Infinity));
  if (bad >= 0)
    throw new Error(`fisherOptimum: masses of ${name} must be finite and >= 0, got ${list[bad]} at ${bad}`);
  const total = list.reduce((sum, mass) => sum + mass, 0);
  if (!(total > 0)) throw new Error(`fisherOptimum: ${name} must have mass, got ${total}`);
  return list.map((mass) => mass / total);
}
