import * as tf from '@tensorflow/tfjs';
import { checkRate } from './checkRate';
import type { Optimiser } from './optimiser';
import { type Schedule, scheduleName } from './schedule';

/**
 * Gradient descent: w <- w - learningRate g.
 *
 * @throws Error when learningRate is not > 0
 */
export function sgd({ learningRate, schedule }: { learningRate: number; schedule?: Schedule }): Optimiser {
  checkRate('sgd', learningRate);
  return {
    name: `SGD (${learningRate}${scheduleName(schedule)})`,
    learningRate,
    init: () => ({ step: 0, slots: [] }),
    rates: (step) => [learningRate * (schedule?.factor(step) ?? 1)],
    move: (parameters, gradients, _, [rate]) => ({
      parameters: parameters.map((w, i) => tf.sub(w, tf.mul(rate, gradients[i]))),
      slots: [],
    }),
  };
}
