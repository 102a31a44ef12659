import { sigmoid, softplus } from './logistic';

/** A measuring function phi as a function of a discriminator's raw output: t -> phi(sigma(t)). */
export type MeasuringFunction = (logit: number) => number;

/**
 * The two measuring functions phi of Arora et al., Generalization and Equilibrium in Generative Adversarial Nets (2017), on raw
 * outputs t of a discriminator D = sigma(t) = 1 / (1 + e^-t). Then 1 - D is -t, and nothing cancels where D is close to 1.
 *
 * identity: phi(D) = D, the objective of a Wasserstein GAN with discriminators in [0, 1]; logarithm: phi(D) = log D in nats,
 * that of the original GAN. phi(1/2), which a discriminator that knows nothing obtains on each side, is at t = 0.
 */
export const measuringFunctions = {
  identity: sigmoid,
  logarithm: (t: number) => 0 - softplus(-t), // 0, not -0, far out
} satisfies Record<string, MeasuringFunction>;
