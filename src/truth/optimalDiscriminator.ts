import type { Continuous } from '../distributions/distribution';

/** The best discriminator for two known densities, as functions of a point. */
export interface OptimalDiscriminator {
  /** The raw output f*(x) = log p_real(x) - log p_fake(x); D* is its logistic function. */
  logit(x: number | ArrayLike<number>): number;
  /** D*(x), in [0, 1]. */
  value(x: number | ArrayLike<number>): number;
}

/**
 * The optimal discriminator D*(x) = p_real(x) / (p_real(x) + p_fake(x)) (Goodfellow et al. 2014, Proposition 1),
 * from log densities, so that it neither overflows nor underflows. NaN where both densities vanish: D* is not
 * determined there.
 *
 * @throws Error when the two distributions differ in dimension
 */
export function optimalDiscriminator(real: Continuous, fake: Continuous): OptimalDiscriminator {
  if (real.dim !== fake.dim)
    throw new Error(`real and fake must have one dimension, got ${real.dim} and ${fake.dim}`);
  const logit = (x: number | ArrayLike<number>) => real.logDensity(x) - fake.logDensity(x);
  return { logit, value: (x) => 1 / (1 + Math.exp(-logit(x))) };
}
