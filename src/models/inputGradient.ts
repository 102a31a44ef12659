import * as tf from '@tensorflow/tfjs';

/** A critic with its parameters fixed: [batch, dim] -> [batch, 1]. */
export type Critic = (x: tf.Tensor2D) => tf.Tensor2D;

/** grad_x f(x), row by row: [batch, dim]. Itself differentiable. */
export function inputGradient(critic: Critic, x: tf.Tensor2D): tf.Tensor2D {
  return tf.grad((points) => tf.sum(critic(points as tf.Tensor2D)))(x) as tf.Tensor2D;
}

/**
 * The Euclidean norm of each row: [batch, dim] -> [batch]. 1e-12 under the root keeps its derivative finite where a row
 * is zero; it changes a norm of 1 by 5e-13.
 */
export function rowNorms(x: tf.Tensor2D): tf.Tensor1D {
  return tf.sqrt(tf.add(tf.sum(tf.square(x), 1), 1e-12));
}
