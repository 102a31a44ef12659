import * as tf from '@tensorflow/tfjs';
import type { Activation } from './activations';

/**
 * Softmax over each group of `classes` neighbouring entries of the last axis: e^(x_k) / sum_j e^(x_j) within the
 * group. As the output of a generator of strings it makes one probability vector a character; Improved Training of
 * WGANs, section 5.5, hands them to the critic as they are.
 *
 * Like the functions of `activations` it saves its input and writes its derivative, s (dy - sum s dy), with itself,
 * so that it may be differentiated any number of times; `tf.softmax` may not.
 *
 * @throws Error when classes is no integer >= 2, or (when applied) the last axis is no multiple of it
 */
export function softmaxRows(classes: number): Activation {
  if (!Number.isSafeInteger(classes) || classes < 2)
    throw new Error(`softmaxRows: classes must be an integer >= 2, got ${classes}`);
  const softmax: (x: tf.Tensor) => tf.Tensor = tf.customGrad((x, save) => {
    const input = x as tf.Tensor; // [rows, classes]
    (save as tf.GradSaveFunc)([input]);
    return {
      value: tf.softmax(input),
      gradFunc: (dy: tf.Tensor, [saved]: tf.Tensor[]) => {
        const s = softmax(saved);
        return tf.mul(s, tf.sub(dy, tf.sum(tf.mul(s, dy), -1, true)));
      },
    };
  });
  return (x) => {
    const width = x.shape[x.shape.length - 1];
    if (width % classes !== 0)
      throw new Error(`softmaxRows: expected a multiple of ${classes} entries in a row, got ${width}`);
    return softmax(x.reshape([-1, classes])).reshape(x.shape);
  };
}
