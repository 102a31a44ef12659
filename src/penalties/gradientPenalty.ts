import * as tf from '@tensorflow/tfjs';
import { inputGradient, rowNorms } from '../models/inputGradient';
import { interpolates } from './interpolates';
import type { Penalty } from './penalty';

/** Parameters of {@link gradientPenalty}. */
export interface GradientPenaltyOptions {
  /** Weight; 10 in the paper (its released toy script has 0.1, with which slopes of 3 to 7 remain). */
  lambda?: number;
  /** The slope asked for; 1 in the paper. */
  target?: number;
}

/**
 * The two-sided gradient penalty lambda E (‖grad f(xHat)‖ - target)^2 at random points xHat between real and fake
 * ones (Improved Training of WGANs, equation 3).
 *
 * @throws Error when lambda is not > 0 or target is < 0
 */
export function gradientPenalty({ lambda = 10, target = 1 }: GradientPenaltyOptions = {}): Penalty {
  if (!(lambda > 0 && lambda < Infinity))
    throw new Error(`gradientPenalty: lambda must be finite and > 0, got ${lambda}`);
  if (!(target >= 0 && target < Infinity))
    throw new Error(`gradientPenalty: target must be finite and >= 0, got ${target}`);
  return {
    name: `gradient penalty (λ = ${lambda})`,
    points: interpolates,
    value: (critic, xHat) => {
      const norms = rowNorms(inputGradient(critic, xHat)); // [batch]
      return tf.mul(lambda, tf.mean(tf.square(tf.sub(norms, target))));
    },
  };
}
