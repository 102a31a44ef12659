import * as tf from '@tensorflow/tfjs';
import { exp, linear, relu, softplus } from '../models/activations';
import type { Elementwise, Objective } from './objective';

/*
 * Lipschitz GANs (Zhou et al. 2019): J_D = E phi(f(fake)) + E phi(-f(real)) + lambda k(f)^2 with k the Lipschitz constant
 * (`maxGradientPenalty`), J_G = -E f(fake). The paper asks for phi' > 0 and phi'' >= 0; then grad f at every fake point
 * leads straight to a real one. The forms are those of the released code (gan_synthetic4.py).
 *
 * Optima and estimates are those without the bound. Under it J_D is larger, and an estimate stays below what it names.
 */

function lipschitzGan(
  name: string,
  phi: Elementwise,
  rest: Pick<Objective, 'estimate'> & Partial<Objective>,
): Objective {
  const varphi: Elementwise = (f) => phi(tf.neg(f));
  return { name: `LGAN ${name}`, phi, varphi, psi: tf.neg, source: 'Lipschitz GANs, Table 2', ...rest };
}

/** (p_real - p_fake) / (p_real + p_fake), in [-1, 1]. */
const contrast = (pReal: number, pFake: number) => (pReal - pFake) / (pReal + pFake);

const hellinger = {
  name: 'squared Hellinger distance',
  unit: '',
  of: (criticLoss: number) => 1 - criticLoss / 2,
};

/**
 * phi(t) = t, the Wasserstein member: increasing, but not strictly convex, so that the critic's level is left open. With
 * lambda k^2 the optimum has k = W1 / (2 lambda) and -J_D = k W1.
 */
export const lganLinear: Objective = lipschitzGan('x', linear, {
  varphi: tf.neg,
  estimate: {
    name: "earth mover's distance × Lipschitz constant",
    unit: '',
    of: (criticLoss) => -criticLoss,
  },
});

/** phi(t) = e^t, with f* = log(p_real / p_fake) / 2 and 1 - J_D / 2 = 1 - sum sqrt(p q), the squared Hellinger distance. */
export const lganExp: Objective = lipschitzGan('exp', exp, {
  optimum: (pReal, pFake) => (Math.log(pReal) - Math.log(pFake)) / 2,
  estimate: hellinger,
});

/** phi(t) = -log sigma(-t) = log(1 + e^t), the critic's side of the original GAN: f* = log(p_real / p_fake). */
export const lganLogSigmoid: Objective = lipschitzGan('−log σ(−x)', softplus, {
  optimum: (pReal, pFake) => Math.log(pReal) - Math.log(pFake),
  estimate: {
    name: 'Jensen–Shannon divergence',
    unit: 'nats',
    of: (criticLoss) => Math.LN2 - criticLoss / 2,
  },
});

/**
 * phi(t) = t + sqrt(t^2 + 1), with f* = s / sqrt(1 - s^2), s = (p_real - p_fake) / (p_real + p_fake), and, as for exp,
 * 1 - J_D / 2 = the squared Hellinger distance.
 */
export const lganSqrt: Objective = lipschitzGan(
  'x + √(x² + 1)',
  (f) => tf.add(f, tf.sqrt(tf.add(tf.square(f), 1))),
  {
    optimum: (pReal, pFake) => {
      const s = contrast(pReal, pFake);
      return s / Math.sqrt(1 - s * s);
    },
    estimate: hellinger,
  },
);

/** Parameters of {@link lganSquare} and {@link lganHinge}. */
export interface LganMarginOptions {
  /** The value at which a point costs nothing: -alpha for fakes, alpha for real points; 1 in the released code. */
  alpha?: number;
}

/**
 * phi(t) = (t + alpha)^2: strictly convex, but phi' < 0 below -alpha. The paper's conditions do not hold; it works with a
 * suitable lambda, that is one that keeps |f| below alpha. f* = alpha s, s = (p_real - p_fake) / (p_real + p_fake).
 *
 * @throws Error when alpha is not > 0
 */
export function lganSquare({ alpha = 1 }: LganMarginOptions = {}): Objective {
  checkAlpha('lganSquare', alpha);
  return lipschitzGan(`(x + ${alpha})²`, (f) => tf.square(tf.add(f, alpha)), {
    optimum: (pReal, pFake) => alpha * contrast(pReal, pFake),
    estimate: {
      name: 'half the triangular discrimination',
      unit: '',
      of: (criticLoss) => 1 - criticLoss / (2 * alpha ** 2),
    },
  });
}

/**
 * phi(t) = max(0, t + alpha): neither increasing below -alpha nor strictly convex; see {@link lganSquare}. f* = alpha
 * sign(p_real - p_fake).
 *
 * @throws Error when alpha is not > 0
 */
export function lganHinge({ alpha = 1 }: LganMarginOptions = {}): Objective {
  checkAlpha('lganHinge', alpha);
  return lipschitzGan(`max(0, x + ${alpha})`, (f) => relu(tf.add(f, alpha)), {
    optimum: (pReal, pFake) => alpha * Math.sign(pReal - pFake),
    estimate: {
      name: 'total variation distance',
      unit: '',
      of: (criticLoss) => 1 - criticLoss / (2 * alpha),
    },
  });
}

function checkAlpha(caller: string, alpha: number): void {
  if (!(alpha > 0 && alpha < Infinity))
    throw new Error(`${caller}: alpha must be finite and > 0, got ${alpha}`);
}
