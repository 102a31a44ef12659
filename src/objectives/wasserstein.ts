import * as tf from '@tensorflow/tfjs';
import { linear } from '../models/activations';
import type { Objective } from './objective';

/**
 * The Wasserstein GAN: J_D = E f(fake) - E f(real), J_G = -E f(fake); it needs a bound on the critic's slope from a
 * clip or a penalty. For a critic of Lipschitz constant K at its optimum, -J_D = K W1.
 *
 * The released code minimises with the opposite sign (E f(real) - E f(fake)); the paper's is used here.
 */
export const wasserstein: Objective = {
  name: 'WGAN',
  phi: linear,
  varphi: tf.neg,
  psi: tf.neg,
  estimate: {
    name: "earth mover's distance × Lipschitz constant",
    unit: '',
    of: (criticLoss) => -criticLoss,
  },
  source: 'Wasserstein GAN, equation 2 and Algorithm 1',
};
