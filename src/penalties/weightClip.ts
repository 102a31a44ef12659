import * as tf from '@tensorflow/tfjs';
import type { Constraint } from './penalty';

/**
 * Clips every parameter (weights and biases) to [-c, c] after each update (Wasserstein GAN, Algorithm 1; c = 0.01
 * there). The released code clips before each update instead.
 *
 * @throws Error when c is not > 0
 */
export function weightClip(c = 0.01): Constraint {
  if (!(c > 0 && c < Infinity)) throw new Error(`weightClip: c must be finite and > 0, got ${c}`);
  const limit = float32AtMost(c);
  return {
    name: `weight clip (c = ${c})`,
    project: (parameters) => parameters.map((parameter) => tf.clipByValue(parameter, -limit, limit)),
  };
}

/** The largest 32-bit number that is not above c: parameters are 32-bit, and 0.1 rounds up. */
function float32AtMost(c: number): number {
  const rounded = Math.fround(c);
  return rounded <= c ? rounded : Math.fround(c * (1 - 2 ** -24));
}
