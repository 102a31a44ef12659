import * as tf from '@tensorflow/tfjs';
import { inputGradient, rowNorms } from '../models/inputGradient';
import { interpolates } from './interpolates';
import type { Penalty } from './penalty';

/** Parameters of the penalties lambda E excess(‖grad f(xHat)‖ - target)^2. */
export interface SlopePenaltyOptions {
  /** Weight. */
  lambda?: number;
  /** The slope that costs nothing. */
  target?: number;
}

/**
 * The penalty lambda E excess(‖grad f(xHat)‖ - target)^2 at random points xHat between real and fake ones.
 *
 * @param kind what it is called in words, e.g. `gradient penalty`
 * @param excess what of the slope above target counts: [batch] -> [batch]
 * @throws Error when lambda is not > 0 or target is < 0, naming `caller`
 */
export function slopePenalty(
  caller: string,
  kind: string,
  { lambda = 10, target = 1 }: SlopePenaltyOptions,
  excess: (slopes: tf.Tensor) => tf.Tensor,
): Penalty {
  if (!(lambda > 0 && lambda < Infinity))
    throw new Error(`${caller}: lambda must be finite and > 0, got ${lambda}`);
  if (!(target >= 0 && target < Infinity))
    throw new Error(`${caller}: target must be finite and >= 0, got ${target}`);
  return {
    name: `${kind} (λ = ${lambda}${target === 1 ? '' : `, target ${target}`})`,
    points: interpolates,
    value: (critic, xHat) => {
      const norms = rowNorms(inputGradient(critic, xHat)); // [batch]
      return tf.mul(lambda, tf.mean(tf.square(excess(tf.sub(norms, target)))));
    },
  };
}
