import * as tf from '@tensorflow/tfjs';

/** `tf.tidy` for any record that holds tensors: its own type knows none but index signatures. */
export function tidy<T>(work: () => T): T {
  return tf.tidy(work as () => tf.TensorContainer) as T;
}
