import { linspace } from '../statistics/linspace';
import type { LipschitzLoss } from './lipschitzLosses';

/** Which of the conditions a pair of losses meets. */
export interface Admissibility {
  /** phi' > 0 and varphi' < 0: the slope never vanishes. */
  monotone: boolean;
  /** phi'' >= 0 and varphi'' >= 0. */
  convex: boolean;
  /** phi'' > 0 and varphi'' > 0: then the optimal critic is unique. */
  strictlyConvex: boolean;
  /** An a with phi'(a) + varphi'(a) = 0, the score of every point once both laws agree; NaN where there is none. */
  level: number;
  /** All that a Lipschitz GAN asks for: monotone, convex, and there is an a. */
  admissible: boolean;
}

/**
 * The conditions of a Lipschitz GAN on its losses (Zhou et al., Lipschitz Generative Adversarial Nets, 2019): phi' >
 * 0, varphi' < 0, phi'' >= 0, varphi'' >= 0, and phi'(a) + varphi'(a) = 0 for some a; looked at on 2001 points of
 * [-10, 10]. Of `lipschitzLosses`, exp, logSigmoid and sqrt pass and are strictly convex, x passes and is not; square
 * (LSGAN) and hinge fail, for their slope is negative or 0 somewhere. Convexity is read from the slopes, so that
 * kinks count.
 *
 * @param phi the loss on fake points
 * @param varphi the loss on real points; phi(-t) unless given
 */
export function admissibility(
  phi: Pick<LipschitzLoss, 'slope'>,
  varphi: Pick<LipschitzLoss, 'slope'> = { slope: (t) => -phi.slope(-t) },
): Admissibility {
  const grid = linspace(-10, 10, 2001);
  const slopes = [phi, varphi].map((loss) => grid.map((t) => loss.slope(t)));
  const rising = (holds: (rise: number) => boolean) =>
    slopes.every((slope) => slope.every((value, i) => i === 0 || holds(value - slope[i - 1])));
  const monotone = slopes[0].every((slope) => slope > 0) && slopes[1].every((slope) => slope < 0);
  const convex = rising((rise) => rise >= 0);
  const level = balanced(grid, (t) => phi.slope(t) + varphi.slope(t));
  return {
    monotone,
    convex,
    strictlyConvex: rising((rise) => rise > 0),
    level,
    admissible: monotone && convex && !Number.isNaN(level),
  };
}

/**
 * Where the sum of both slopes is 0: of the places in the grid that are nearest to 0; else by bisection where it
 * changes sign.
 */
function balanced(grid: number[], sum: (t: number) => number): number {
  const zeros = grid.filter((t) => sum(t) === 0).sort((a, b) => Math.abs(a) - Math.abs(b));
  if (zeros.length > 0) return zeros[0];
  let high = grid.findIndex((t) => sum(t) > 0);
  if (high < 1) return NaN;
  let low = grid[high - 1];
  high = grid[high];
  for (let k = 0; k < 60; k++) {
    const middle = (low + high) / 2;
    if (sum(middle) > 0) high = middle;
    else low = middle;
  }
  return Math.abs(sum(low)) < 1e-9 ? low : NaN;
}
