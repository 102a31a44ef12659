import { checkPair, type Numbers } from './probabilities';

/**
 * Kullback-Leibler divergence KL(P ‖ Q) = sum_i p_i log(p_i / q_i) of two probability vectors, in nats, in [0, ∞].
 *
 * 0 log 0 = 0; infinite when P has mass where Q has none. Not symmetric: `kullbackLeibler(q, p)` is the reverse one.
 * Wasserstein GAN, section 2.
 *
 * @param p [n], sums to 1
 * @param q [n], sums to 1
 * @throws Error when the lengths differ or one of them is no probability vector
 */
export function kullbackLeibler(p: Numbers, q: Numbers): number {
  checkPair(p, q);
  return Math.max(
    0,
    relativeEntropy(p, (i) => Math.log(q[i])),
  ); // rounding can leave -1e-17
}

/** sum_i p_i (log p_i - logQ(i)) without checks; 0 log 0 = 0. */
export function relativeEntropy(p: Numbers, logQ: (i: number) => number): number {
  let sum = 0;
  for (let i = 0; i < p.length; i++) if (p[i] > 0) sum += p[i] * (Math.log(p[i]) - logQ(i));
  return sum;
}
