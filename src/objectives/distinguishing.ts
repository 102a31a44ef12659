import * as tf from '@tensorflow/tfjs';
import { sigmoid } from '../models/activations';
import type { Objective } from './objective';

/**
 * The measuring function phi(t) = t of Arora et al. on a discriminator D = sigmoid(f) in [0, 1]: J_D = E D(fake) - E D(real),
 * J_G = -E D(fake). Then -J_D is by how much D tells real points from fakes: the total variation distance at most, and
 * that for the best of all D; the "distinguishing probability".
 *
 * The gradient of the sigmoid makes the slope as small as in a GAN that saturates: this is a way to measure a distance, and
 * a poor one to train a generator.
 */
export const distinguishing: Objective = {
  name: 'φ(t) = t',
  phi: sigmoid,
  varphi: (f) => tf.neg(sigmoid(f)),
  psi: (f) => tf.neg(sigmoid(f)),
  optimum: (pReal, pFake) => (pReal === pFake ? 0 : pReal > pFake ? Infinity : -Infinity),
  estimate: {
    name: 'neural net distance',
    unit: '',
    of: (criticLoss) => -criticLoss,
  },
  source: 'Generalization and Equilibrium in GANs, Definition 2 with φ(t) = t',
};
