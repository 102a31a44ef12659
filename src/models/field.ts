import * as tf from '@tensorflow/tfjs';
import { inputGradient } from './inputGradient';
import type { Model, Parameters } from './model';

/** A critic as plain functions on points, for figures and claims. Points are [n, dim] flattened. */
export interface Field {
  dim: number;
  /** f(x): [n]. */
  values(points: ArrayLike<number>): Float32Array;
  /** grad f(x): [n, dim] flattened. */
  gradients(points: ArrayLike<number>): Float32Array;
}

/**
 * The field of a critic with the given parameters, which stay the caller's.
 *
 * @throws Error (from its functions) when the number of coordinates is no multiple of the model's inputs
 */
export function criticField(model: Model, parameters: Parameters): Field {
  const dim = model.inputs;
  const evaluate = (points: ArrayLike<number>, f: (x: tf.Tensor2D) => tf.Tensor2D) =>
    tf.tidy(() => f(rows(points, dim)).dataSync() as Float32Array);
  const critic = (x: tf.Tensor2D) => model.apply(parameters, x);
  return {
    dim,
    values: (points) => evaluate(points, critic),
    gradients: (points) => evaluate(points, (x) => inputGradient(critic, x)),
  };
}

/** Points as a tensor: [n, dim]. */
function rows(points: ArrayLike<number>, dim: number): tf.Tensor2D {
  if (points.length === 0 || points.length % dim !== 0)
    throw new Error(`points must be a positive multiple of ${dim} coordinates, got ${points.length}`);
  return tf.tensor2d(Float32Array.from(points), [points.length / dim, dim]);
}
