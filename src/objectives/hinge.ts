import * as tf from '@tensorflow/tfjs';
import { relu } from '../models/activations';
import type { Objective } from './objective';

/**
 * The hinge GAN: J_D = E max(0, 1 + f(fake)) + E max(0, 1 - f(real)), J_G = -E f(fake), with optimum
 * f* = sign(p_real - p_fake); where the densities are equal all of [-1, 1] is optimal, and 0 is returned.
 *
 * At the optimum J_D = 2 - 2 TV, so 1 - J_D / 2 is the total variation distance, in [0, 1].
 */
export const hinge: Objective = {
  name: 'hinge GAN',
  phi: (f) => relu(tf.add(1, f)),
  varphi: (f) => relu(tf.sub(1, f)),
  psi: tf.neg,
  optimum: (pReal, pFake) => Math.sign(pReal - pFake),
  estimate: {
    name: 'total variation distance',
    unit: '',
    of: (criticLoss) => 1 - criticLoss / 2,
  },
  source: 'Lim and Ye 2017 (Geometric GAN); Miyato et al. 2018 (SN-GAN)',
};
