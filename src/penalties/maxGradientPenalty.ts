import * as tf from '@tensorflow/tfjs';
import { inputGradient, rowNorms } from '../models/inputGradient';
import { interpolates } from './interpolates';
import type { Penalty } from './penalty';
import { bufferSize, largest, noPoints, steepestPoints, withBuffer } from './steepest';

/** Parameters of {@link maxGradientPenalty}. */
export interface MaxGradientPenaltyOptions {
  /** Weight; in the released code of Lipschitz GANs 0.1 on toys, 1 on ten images, the best of 0.01 … 10 on CIFAR-10. */
  lambda: number;
  /** The slope that costs nothing: 0 in Lipschitz GANs (default), 1 for a critic of Lipschitz constant 1. */
  target?: number;
  /** Share of the batch given to the points that were steepest before: 1/8 on the released toys, 0 (default) on images. */
  buffer?: number;
}

/**
 * The max gradient penalty lambda (max_i ‖grad f(xHat_i)‖ - target)^2 at points xHat between real and fake ones. The
 * largest slope of the batch stands for the Lipschitz constant k(f): with target 0 it is the lambda k(f)^2 of Lipschitz
 * GANs (Zhou et al. 2019), with target 1 the MaxGP of its sequel (Zhou et al. 2019, arXiv 1904.01184).
 *
 * A batch seldom holds the steepest place. With a buffer the steepest points of one update take the place of the first
 * ones of the next.
 *
 * @throws Error when lambda is not > 0, target is < 0 or buffer is not in [0, 1)
 */
export function maxGradientPenalty({ lambda, target = 0, buffer = 0 }: MaxGradientPenaltyOptions): Penalty {
  if (!(lambda > 0 && lambda < Infinity))
    throw new Error(`maxGradientPenalty: lambda must be finite and > 0, got ${lambda}`);
  if (!(target >= 0 && target < Infinity))
    throw new Error(`maxGradientPenalty: target must be finite and >= 0, got ${target}`);
  const size = bufferSize('maxGradientPenalty', buffer);
  const extras = `${target === 0 ? '' : `, target ${target}`}${buffer === 0 ? '' : `, buffer ${buffer}`}`;
  return {
    name: `max gradient penalty (λ = ${lambda}${extras})`,
    points: (real, fake, stream, memory) => withBuffer(interpolates(real, fake, stream), memory?.[0]),
    value: (critic, xHat) => {
      const slopes = rowNorms(inputGradient(critic, xHat)); // [batch]
      return tf.mul(lambda, tf.square(tf.sub(largest(slopes), target)));
    },
    ...(buffer > 0 && {
      memory: {
        initial: (dim: number) => [noPoints(dim)],
        next: (critic, xHat) => [
          steepestPoints(xHat, rowNorms(inputGradient(critic, xHat)), size(xHat.shape[0])),
        ],
      } satisfies Penalty['memory'],
    }),
  };
}
