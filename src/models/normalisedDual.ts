import { mean } from '../statistics/means';
import { quantile } from '../statistics/quantile';
import { type PlainCritic, slopes } from './slopes';

/** Where {@link normalisedDual} looks. */
export interface NormalisedDualOptions {
  /** Real points, [n, dim] flattened. */
  real: ArrayLike<number>;
  /** Generated points, [m, dim] flattened. */
  fake: ArrayLike<number>;
  /** Where the slope is measured, [k, dim] flattened; at the real and generated points unless given. */
  at?: ArrayLike<number>;
  /** Which quantile of the slopes divides: 0.99 unless given, 1 for the largest. */
  p?: number;
}

/** How much of the earth mover's distance a critic sees. */
export interface NormalisedDual {
  /** E f(real) - E f(fake), divided by `slope`. */
  dual: number;
  /** The p-quantile of |grad f|. */
  slope: number;
}

/**
 * The dual (E f(real) - E f(fake)) / q_p |grad f|: what a critic's difference of means is worth once the critic is scaled to slope
 * 1, so that critics with different Lipschitz constants (clip, penalty) can be compared.
 *
 * Over the Lipschitz constant of f it is at most W1 of the two clouds (Kantorovich and Rubinstein); over a quantile below 1 it may
 * exceed that a little. In the unit of length of the points.
 *
 * @throws Error when p is not in [0, 1], the slope is not > 0 (a constant critic), and as the critic on points that do not fit
 */
export function normalisedDual(
  critic: PlainCritic,
  { real, fake, at = [...Array.from(real), ...Array.from(fake)], p = 0.99 }: NormalisedDualOptions,
): NormalisedDual {
  const slope = quantile(slopes(critic, at), p);
  if (!(slope > 0)) throw new Error(`normalisedDual: the critic's slope must be > 0, got ${slope}`);
  return { dual: (mean(critic.values(real)) - mean(critic.values(fake))) / slope, slope };
}
