import * as tf from '@tensorflow/tfjs';
import { inputGradient, rowNorms } from '../models/inputGradient';
import { interpolates } from './interpolates';
import type { Penalty } from './penalty';
import { bufferSize, largest, noPoints, steepestPoints, withBuffer } from './steepest';

/** Parameters of {@link maxAugmentedLagrangian}. */
export interface MaxAugmentedLagrangianOptions {
  /** Weight of c^2. */
  lambda: number;
  /** Rate of the multiplier; 1e-3 in the released code. */
  eta?: number;
  /** Share of the batch given to the points that were steepest before, as in `maxGradientPenalty`; default 0. */
  buffer?: number;
}

/**
 * The augmented Lagrangian of the constraint that the critic's largest slope is 1: lambda c^2 + mu c with
 * c = max_i ‖grad f(xHat_i)‖ - 1 at points xHat between real and fake ones, and a multiplier that begins at 0 and follows
 * mu <- mu + eta c after every update (MaxAL: Zhou et al. 2019, arXiv 1904.01184). Where a penalty alone ends above slope
 * 1, mu grows until it is 1.
 *
 * @throws Error when lambda or eta is not > 0 or buffer is not in [0, 1)
 */
export function maxAugmentedLagrangian({
  lambda,
  eta = 1e-3,
  buffer = 0,
}: MaxAugmentedLagrangianOptions): Penalty {
  for (const [name, value] of Object.entries({ lambda, eta }))
    if (!(value > 0 && value < Infinity))
      throw new Error(`maxAugmentedLagrangian: ${name} must be finite and > 0, got ${value}`);
  const size = bufferSize('maxAugmentedLagrangian', buffer);
  const excess = (slopes: tf.Tensor1D) => tf.sub(largest(slopes), 1);
  const name = `max augmented Lagrangian (λ = ${lambda}, η = ${eta}${buffer === 0 ? '' : `, buffer ${buffer}`})`;
  return {
    name,
    points: (real, fake, stream, memory) => withBuffer(interpolates(real, fake, stream), memory?.[1]),
    value: (critic, xHat, memory) => {
      if (!memory) throw new Error(`${name} needs its multiplier, got no memory`);
      const c = excess(rowNorms(inputGradient(critic, xHat)));
      return tf.add(tf.mul(lambda, tf.square(c)), tf.mul(memory[0], c));
    },
    memory: {
      initial: (dim) => [tf.scalar(0), noPoints(dim)],
      next: (critic, xHat, [mu]) => {
        const slopes = rowNorms(inputGradient(critic, xHat)); // [batch]
        return [tf.add(mu, tf.mul(eta, excess(slopes))), steepestPoints(xHat, slopes, size(xHat.shape[0]))];
      },
    },
  };
}
