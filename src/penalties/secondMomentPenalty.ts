import * as tf from '@tensorflow/tfjs';
import type { Penalty } from './penalty';

/**
 * The penalty lambda E_mu f^2, mu = (P_r + P_g) / 2, which bounds a critic's values and not its slope: with the objective of
 * {@link wasserstein} the Lagrangian of Fisher GAN's constraint E_mu f^2 <= 1. Its optimum is
 *
 * f = (p_r - p_g) / (2 lambda mu),
 *
 * Fisher GAN's critic for lambda = F_mu / 2 (1 for disjoint supports), and a multiple of it otherwise. With lambda = 1 the
 * loss is, up to the constant 1, that of {@link leastSquares} with the labels -1 and 1.
 *
 * Mroueh and Sercu, Fisher GAN (2017), equation 8; they find lambda by an augmented Lagrangian.
 *
 * @throws Error when lambda is not > 0
 */
export function secondMomentPenalty({ lambda = 1 }: { lambda?: number } = {}): Penalty {
  if (!(lambda > 0 && lambda < Infinity))
    throw new Error(`secondMomentPenalty: lambda must be finite and > 0, got ${lambda}`);
  return {
    name: `second moment penalty (λ = ${lambda})`,
    points: (real, fake) => tf.concat([real, fake]), // [2 batch, dim]
    value: (critic, points) => tf.mul(lambda, tf.mean(tf.square(critic(points)))),
  };
}
