import * as tf from '@tensorflow/tfjs';
import { softplus } from '../models/activations';
import type { Objective } from './objective';

const discriminator = {
  phi: softplus, // -log(1 - D)
  varphi: (f: tf.Tensor) => softplus(tf.neg(f)), // -log D
  optimum: (pReal: number, pFake: number) => Math.log(pReal) - Math.log(pFake),
  estimate: {
    name: 'Jensen–Shannon divergence',
    unit: 'nats',
    of: (criticLoss: number) => Math.LN2 - criticLoss / 2,
  },
} satisfies Partial<Objective>;

/**
 * The original GAN: J_D = -E log D(real) - E log(1 - D(fake)) with D = sigmoid(f), J_G = E log(1 - D(fake)).
 * At the optimum log 2 - J_D / 2 is the Jensen-Shannon divergence (with its halves), in nats.
 */
export const ganMinimax: Objective = {
  ...discriminator,
  name: 'GAN (minimax)',
  psi: (f) => tf.neg(softplus(f)),
  source: 'Goodfellow et al. 2014, equation 1',
};

/** The GAN with the generator that minimises -E log D(fake), "the -log D trick"; the discriminator is the same. */
export const ganNonSaturating: Objective = {
  ...discriminator,
  name: 'GAN (non-saturating)',
  psi: (f) => softplus(tf.neg(f)),
  source: 'Goodfellow et al. 2014, section 3',
};
