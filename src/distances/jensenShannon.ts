import { relativeEntropy } from './kullbackLeibler';
import { checkPair, type Numbers } from './probabilities';

/**
 * Jensen-Shannon divergence JS(P, Q) = KL(P ‖ M) / 2 + KL(Q ‖ M) / 2 with M = (P + Q) / 2, of two probability
 * vectors, in nats, in [0, log 2].
 *
 * Wasserstein GAN prints it without the halves (section 2) and uses it with them (log 2 as its maximum in Example 1);
 * this is the form with them.
 *
 * @param p [n], sums to 1
 * @param q [n], sums to 1
 * @throws Error when the lengths differ or one of them is no probability vector
 */
export function jensenShannon(p: Numbers, q: Numbers): number {
  checkPair(p, q);
  const logMiddle = (i: number) => Math.log(p[i] + q[i]) - Math.LN2; // (p + q) / 2 can underflow to 0
  const sum = relativeEntropy(p, logMiddle) / 2 + relativeEntropy(q, logMiddle) / 2;
  return Math.min(Math.LN2, Math.max(0, sum)); // rounding can leave the interval by 1e-17
}
