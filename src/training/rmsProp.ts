import * as tf from '@tensorflow/tfjs';
import { checkRate } from './checkRate';
import type { Optimiser } from './optimiser';
import { type Schedule, scheduleName } from './schedule';

/** Parameters of {@link rmsProp}. */
export interface RmsPropOptions {
  learningRate: number;
  decay?: number;
  epsilon?: number;
  /** Of the learning rate; constant without one. */
  schedule?: Schedule;
}

/**
 * RMSProp: v <- decay v + (1 - decay) g^2, w <- w - learningRate g / (sqrt(v) + epsilon) (Hinton 2012).
 *
 * The defaults (decay 0.99, epsilon 1e-8 outside the root) are those of Torch, with which the released WGAN code runs;
 * TensorFlow's differ (0.9, epsilon inside the root).
 *
 * @throws Error when learningRate is not > 0 or decay is not in [0, 1)
 */
export function rmsProp({ learningRate, decay = 0.99, epsilon = 1e-8, schedule }: RmsPropOptions): Optimiser {
  checkRate('rmsProp', learningRate, { decay });
  return {
    name: `RMSProp (${learningRate}${decay === 0.99 ? '' : `, decay ${decay}`}${scheduleName(schedule)})`,
    learningRate,
    init: (parameters) => ({ step: 0, slots: parameters.map((w) => [tf.zerosLike(w)]) }),
    rates: (step) => [learningRate * (schedule?.factor(step) ?? 1)],
    move: (parameters, gradients, slots, [rate]) => {
      const next = slots.map(([v], i) => [
        tf.add(tf.mul(v, decay), tf.mul(tf.square(gradients[i]), 1 - decay)),
      ]);
      return {
        parameters: parameters.map((w, i) =>
          tf.sub(w, tf.div(tf.mul(rate, gradients[i]), tf.add(tf.sqrt(next[i][0]), epsilon))),
        ),
        slots: next,
      };
    },
  };
}
