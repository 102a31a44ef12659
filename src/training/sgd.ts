import * as tf from '@tensorflow/tfjs';
import { checkRate } from './checkRate';
import type { Optimiser } from './optimiser';

/**
 * Gradient descent: w <- w - learningRate g.
 *
 * @throws Error when learningRate is not > 0
 */
export function sgd({ learningRate }: { learningRate: number }): Optimiser {
  checkRate('sgd', learningRate);
  return {
    name: `SGD (${learningRate})`,
    learningRate,
    init: () => ({ step: 0, slots: [] }),
    update: (parameters, gradients, { step }) => ({
      parameters: parameters.map((w, i) => tf.sub(w, tf.mul(learningRate, gradients[i]))),
      state: { step: step + 1, slots: [] },
    }),
  };
}
