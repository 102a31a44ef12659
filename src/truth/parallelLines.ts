/** The distances between two parallel lines at distance |theta|: nats for the divergences. */
export interface ParallelLinesDistances {
  earthMover: number;
  jensenShannon: number;
  totalVariation: number;
  /** KL(P_theta ‖ P_0). */
  kullbackLeibler: number;
  /** KL(P_0 ‖ P_theta). */
  reverseKullbackLeibler: number;
}

/**
 * The distances between P_0, the law of (0, Z), and P_theta, the law of (theta, Z), with Z uniform in [0, 1]
 * (Wasserstein GAN, Example 1): W = |theta|; JS = log 2, TV = 1 and both KL infinite unless theta = 0.
 *
 * @throws Error when theta is not finite
 */
export function parallelLines(theta: number): ParallelLinesDistances {
  if (!Number.isFinite(theta)) throw new Error(`theta must be finite, got ${theta}`);
  const apart = theta !== 0;
  return {
    earthMover: Math.abs(theta),
    jensenShannon: apart ? Math.LN2 : 0,
    totalVariation: apart ? 1 : 0,
    kullbackLeibler: apart ? Infinity : 0,
    reverseKullbackLeibler: apart ? Infinity : 0,
  };
}
