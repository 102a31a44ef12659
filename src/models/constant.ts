import * as tf from '@tensorflow/tfjs';

/**
 * A tensor as a constant: the same numbers, through which no derivative goes (what other libraries call detach or stop
 * gradient). TensorFlow.js differentiates neither `argMax` nor `topk`; of a constant it need not.
 */
export function constant<T extends tf.Tensor>(x: T): T {
  const copy = tf.customGrad(() => ({ value: tf.clone(x), gradFunc: () => [] })); // no input: nothing to differentiate by
  return copy() as T;
}
