import * as tf from '@tensorflow/tfjs';
import { constant } from '../models/constant';

/**
 * The largest of the slopes: [batch] -> a scalar. Its derivative is that of the slope at the steepest point, the first of
 * them where several are. (`tf.max` has no second derivative.)
 */
export function largest(slopes: tf.Tensor1D): tf.Scalar {
  const steepest = tf.oneHot(tf.argMax(constant(slopes)), slopes.shape[0]);
  return tf.sum(tf.mul(slopes, tf.cast(steepest, 'float32'))); // oneHot itself writes no 32-bit floats on wasm
}

/**
 * How many of a batch's points a buffer keeps: the share, rounded, but at least one; none for a share of 0.
 *
 * @throws Error when the share is not in [0, 1), naming `caller`
 */
export function bufferSize(caller: string, share: number): (batch: number) => number {
  if (!(share >= 0 && share < 1)) throw new Error(`${caller}: buffer must be in [0, 1), got ${share}`);
  return (batch) => (share > 0 ? Math.max(1, Math.round(share * batch)) : 0);
}

/** An empty buffer: [0, dim]. */
export function noPoints(dim: number): tf.Tensor2D {
  return tf.zeros([0, dim]);
}

/** The points with the largest slopes, the steepest first: [count, dim] of [batch, dim]. */
export function steepestPoints(points: tf.Tensor2D, slopes: tf.Tensor1D, count: number): tf.Tensor2D {
  return count > 0 ? tf.gather(points, tf.topk(slopes, count).indices) : noPoints(points.shape[1]);
}

/** Points of which the first give way to those of a buffer: [batch, dim]. */
export function withBuffer(points: tf.Tensor2D, buffer: tf.Tensor | undefined): tf.Tensor2D {
  const kept = buffer?.shape[0] ?? 0;
  if (!buffer || kept === 0) return points;
  return tf.concat([buffer as tf.Tensor2D, tf.slice(points, kept)]);
}
