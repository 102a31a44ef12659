import * as tf from '@tensorflow/tfjs';
import type { Stream } from '../rng/stream';

/**
 * Points between real and fake ones: epsilon x_real + (1 - epsilon) x_fake with one epsilon uniform in [0, 1) a row
 * (Improved Training of WGANs, Algorithm 1).
 *
 * @param real [batch, dim]
 * @param fake [batch, dim]
 * @throws Error when the shapes differ
 */
export function interpolates(real: tf.Tensor2D, fake: tf.Tensor2D, stream: Stream): tf.Tensor2D {
  if (real.shape[0] !== fake.shape[0] || real.shape[1] !== fake.shape[1])
    throw new Error(`real and fake must have one shape, got [${real.shape}] and [${fake.shape}]`);
  const batch = real.shape[0];
  return tf.tidy(() => {
    const epsilon = tf.tensor2d(
      Float32Array.from({ length: batch }, () => stream.uniform()),
      [batch, 1],
    );
    return tf.add(fake, tf.mul(epsilon, tf.sub(real, fake)));
  });
}
