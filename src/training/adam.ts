import * as tf from '@tensorflow/tfjs';
import { checkRate } from './checkRate';
import type { Optimiser } from './optimiser';
import { type Schedule, scheduleName } from './schedule';

/** Parameters of {@link adam}. */
export interface AdamOptions {
  learningRate: number;
  beta1?: number;
  beta2?: number;
  epsilon?: number;
  /** Of the learning rate; constant without one. */
  schedule?: Schedule;
}

/**
 * Adam (Kingma and Ba 2015, Algorithm 1): m <- beta1 m + (1 - beta1) g, v <- beta2 v + (1 - beta2) g^2,
 * w <- w - learningRate mHat / (sqrt(vHat) + epsilon), with mHat = m / (1 - beta1^t), vHat = v / (1 - beta2^t).
 *
 * @throws Error when learningRate is not > 0 or a beta is not in [0, 1)
 */
export function adam({
  learningRate,
  beta1 = 0.9,
  beta2 = 0.999,
  epsilon = 1e-8,
  schedule,
}: AdamOptions): Optimiser {
  checkRate('adam', learningRate, { beta1, beta2 });
  return {
    name: `Adam (${learningRate}, β ${beta1}, ${beta2}${scheduleName(schedule)})`,
    learningRate,
    init: (parameters) => ({ step: 0, slots: parameters.map((w) => [tf.zerosLike(w), tf.zerosLike(w)]) }),
    rates: (step) => [
      (learningRate * (schedule?.factor(step) ?? 1)) / (1 - beta1 ** (step + 1)),
      Math.sqrt(1 - beta2 ** (step + 1)),
    ],
    move: (parameters, gradients, slots, [rate, rootCorrection]) => {
      const next = slots.map(([m, v], i) => [
        tf.add(tf.mul(m, beta1), tf.mul(gradients[i], 1 - beta1)),
        tf.add(tf.mul(v, beta2), tf.mul(tf.square(gradients[i]), 1 - beta2)),
      ]);
      return {
        parameters: parameters.map((w, i) => {
          const [m, v] = next[i];
          const size = tf.add(tf.div(tf.sqrt(v), rootCorrection), epsilon);
          return tf.sub(w, tf.div(tf.mul(rate, m), size));
        }),
        slots: next,
      };
    },
  };
}
