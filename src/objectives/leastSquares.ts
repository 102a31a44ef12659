import * as tf from '@tensorflow/tfjs';
import type { Objective } from './objective';

/** Parameters of {@link leastSquares}. */
export interface LeastSquaresOptions {
  /** The label of fake points. */
  a?: number;
  /** The label of real points. */
  b?: number;
  /** What the generator wants the critic to believe of fake points. */
  c?: number;
}

/**
 * The least squares GAN: J_D = E (f(fake) - a)^2 / 2 + E (f(real) - b)^2 / 2, J_G = E (f(fake) - c)^2 / 2, with optimum
 * f* = (a p_fake + b p_real) / (p_fake + p_real).
 *
 * At the optimum 1 - 4 J_D / (b - a)^2 is half the triangular discrimination, 1/2 sum (p - q)^2 / (p + q), in [0, 1].
 * The defaults a = 0, b = c = 1 are those the paper trains with. With b - c = 1 and b - a = 2, e.g. (-1, 1, 0), J_G and
 * its like on real points make half of Pearson's chi-squared divergence, sum (2 q - (p + q))^2 / (p + q), p real, q fake.
 *
 * @throws Error when a label is not finite, or a and b are equal
 */
export function leastSquares({ a = 0, b = 1, c = 1 }: LeastSquaresOptions = {}): Objective {
  for (const [name, value] of Object.entries({ a, b, c }))
    if (!Number.isFinite(value)) throw new Error(`leastSquares: ${name} must be finite, got ${value}`);
  if (a === b) throw new Error(`leastSquares: a and b must differ, got ${a} for both`);
  const distanceTo = (label: number) => (f: tf.Tensor) => tf.mul(tf.square(tf.sub(f, label)), 0.5);
  return {
    name: `LSGAN (${a}, ${b}, ${c})`,
    phi: distanceTo(a),
    varphi: distanceTo(b),
    psi: distanceTo(c),
    optimum: (pReal, pFake) => (a * pFake + b * pReal) / (pFake + pReal),
    estimate: {
      name: 'half the triangular discrimination',
      unit: '',
      of: (criticLoss) => 1 - (4 * criticLoss) / (b - a) ** 2,
    },
    source: 'Mao et al. 2016 (LSGAN), equation 2',
  };
}
