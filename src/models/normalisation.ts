import * as tf from '@tensorflow/tfjs';
import type { Layer } from './layer';

/** Brings numbers to mean 0 and variance 1; may be differentiated any number of times. */
export interface Normalisation {
  name: string;
  /** [batch, …, channels] -> the same shape. */
  apply(h: tf.Tensor): tf.Tensor;
}

/** Parameters of {@link layerNorm} and {@link batchNorm}. */
export interface NormalisationOptions {
  /** Added to the variance; 1e-5 in the released WGAN-GP code. */
  epsilon?: number;
}

/**
 * Layer normalisation: (h - mean) / sqrt(variance + epsilon) over all numbers of one row (Ba et al. 2016). Rows do not see each
 * other, so a critic under a gradient penalty may have it (Improved Training of WGANs, section 4).
 *
 * @throws Error when epsilon is not > 0
 */
export function layerNorm({ epsilon = 1e-5 }: NormalisationOptions = {}): Normalisation {
  return {
    name: 'layer norm',
    apply: standardised('layerNorm', epsilon, (rank) => Array.from({ length: rank - 1 }, (_, i) => i + 1)),
  };
}

/**
 * Batch normalisation: (h - mean) / sqrt(variance + epsilon) over the batch (and, of images, over the pixels), for each channel
 * (Ioffe and Szegedy 2015). Always with the statistics of the batch at hand, also after training: a row depends on
 * the rows beside it, which a gradient penalty does not allow for.
 *
 * @throws Error when epsilon is not > 0
 */
export function batchNorm({ epsilon = 1e-5 }: NormalisationOptions = {}): Normalisation {
  return {
    name: 'batch norm',
    apply: standardised('batchNorm', epsilon, (rank) => Array.from({ length: rank - 1 }, (_, i) => i)),
  };
}

function standardised(
  name: string,
  epsilon: number,
  axes: (rank: number) => number[],
): Normalisation['apply'] {
  if (!(epsilon > 0 && epsilon < Infinity))
    throw new Error(`${name}: epsilon must be finite and > 0, got ${epsilon}`);
  return (h) => {
    const over = axes(h.rank);
    const centred = tf.sub(h, tf.mean(h, over, true));
    const variance = tf.mean(tf.square(centred), over, true);
    return tf.div(centred, tf.sqrt(tf.add(variance, epsilon)));
  };
}

/** A normalisation followed by a gain (at first 1) and a shift (at first 0) for each channel: its parameters in this order. */
export function normalised(normalisation: Normalisation, channels: number): Layer {
  return {
    size: 2,
    channels,
    init: () => [tf.ones([channels]), tf.zeros([channels])],
    apply: ([gain, shift], h) => tf.add(tf.mul(normalisation.apply(h), gain), shift),
  };
}
