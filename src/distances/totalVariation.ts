import { checkPair, type Numbers } from './probabilities';

/**
 * Total variation distance sup_A |P(A) - Q(A)| = sum_i |p_i - q_i| / 2 of two probability vectors, in [0, 1].
 *
 * Wasserstein GAN, section 2.
 *
 * @param p [n], sums to 1
 * @param q [n], sums to 1
 * @throws Error when the lengths differ or one of them is no probability vector
 */
export function totalVariation(p: Numbers, q: Numbers): number {
  checkPair(p, q);
  let sum = 0;
  for (let i = 0; i < p.length; i++) sum += Math.abs(p[i] - q[i]);
  return Math.min(1, sum / 2);
}
