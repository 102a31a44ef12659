import { gapAfter, longestStep, movedBy } from './interiorStep';
import type { LipschitzLoss } from './lipschitzLosses';
import { newtonDirections } from './lipschitzNewton';
import { interiorStart, residuals, scaledProgram } from './scaledProgram';

/**
 * minimise over f, k: sum_i massFake_i phi(f_i) + massReal_i phi(-f_i) + lambda k^2 subject to |f_i - f_j| <= k distance_ij.
 */
export interface LipschitzProgram {
  loss: LipschitzLoss;
  lambda: number;
  massFake: Float64Array; // [n]
  massReal: Float64Array; // [n]
  distances: Float64Array; // [n, n] flattened, > 0 off the diagonal
}

/** An optimum with its multipliers. */
export interface LipschitzSolution {
  f: Float64Array; // [n]
  k: number;
  /** Multiplier of f_i - f_j <= k distance_ij, in units of mass: [n, n] flattened. */
  flows: Float64Array;
}

const mostSteps = 200;
const converged = 1e-13; // of gap and residual, in units in which lambda k^2 is near 1
const shortestTrial = 1e-8;

/**
 * Solves a program by a primal-dual interior point method with Mehrotra's predictor and corrector (Nocedal and Wright, Numerical
 * Optimization, 2006, section 16.6), in units in which the distances and k are near 1. It ends where neither the gap nor the residual can be
 * made smaller in 64 bits: after 10 to 50 steps of time n^3 / 6. Where the optimum is not unique it ends amid all optima. What it returns
 * is to be checked: it does not throw.
 *
 * @param unitLength a guess of how far mass has to move
 * @param unitK a guess of k
 */
export function solveLipschitzProgram(
  program: LipschitzProgram,
  unitLength: number,
  unitK: number,
): LipschitzSolution {
  const scaled = scaledProgram(program, unitLength, unitK);
  let point = interiorStart(scaled);
  let left = residuals(scaled, point);
  let best = { point, score: Infinity };
  const scores: number[] = [];
  for (let step = 0; step < mostSteps; step++) {
    const score = left.gap + left.norm;
    if (score < best.score) best = { point, score };
    scores.push(score);
    const stuck = score < 1e-6 && best.score > 0.3 * Math.min(...scores.slice(0, -4));
    if (score < converged || stuck || !(score < Infinity)) break;
    const mu = left.gap / point.slack.length;
    const direction = newtonDirections(scaled, point, left);
    const predictor = direction(0);
    const promised = gapAfter(point, predictor, Math.min(1, longestStep(point, predictor)));
    // where the gap is ahead of the residual, it waits
    const sigma = left.gap < left.norm ? 1 : (promised / left.gap) ** 3;
    let change = direction(sigma * mu, predictor);
    let length = Math.min(1, 0.995 * longestStep(point, change));
    if (length < 0.1) {
      change = direction(0.5 * mu);
      length = Math.min(1, 0.995 * longestStep(point, change));
    }
    point.g.forEach((g, i) => {
      // phi is nearly quadratic only so far
      const [now, far] = [scaled.unitF * Math.abs(g), scaled.unitF * Math.abs(change.g[i])];
      if (length * far > Math.max(2, now)) length = Math.max(2, now) / far;
    });
    for (; ; length /= 2) {
      const next = movedBy(point, change, length);
      const remains = residuals(scaled, next);
      const enough = Math.max((1 - 0.1 * length) * left.norm, left.gap, 1e-11);
      if (remains.norm > enough && length > shortestTrial) continue;
      [point, left] = [next, remains];
      break;
    }
  }
  const { g, kappa, multiplier } = best.point;
  const n = g.length;
  return {
    f: g.map((value) => value * scaled.unitF),
    k: kappa * unitK,
    flows: multiplier.slice(0, n * n).map((value) => (value * scaled.unitJ) / scaled.unitF),
  };
}
