import { gapAfter, type InteriorPoint, longestStep, movedBy } from './interiorStep';
import { lipschitzCertificate } from './lipschitzCertificate';
import type { LipschitzLoss } from './lipschitzLosses';
import { newtonDirections } from './lipschitzNewton';
import { interiorStart, type Pull, residuals, scaledProgram } from './scaledProgram';

/**
 * minimise over f, k: sum_i massFake_i phi(f_i) + massReal_i phi(-f_i) + lambda k^2 subject to |f_i - f_j| <= k
 * distance_ij.
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
 * Solves a program by a primal-dual interior point method with Mehrotra's predictor and corrector (Nocedal and
 * Wright, Numerical Optimization, 2006, section 16.6), in units in which the distances and k are near 1. It ends
 * where the residual of {@link lipschitzCertificate} cannot be made smaller in 64 bits: after 10 to 50 steps of time
 * n^3 / 6. Where the optimum is not unique it ends amid all optima. What it returns is to be checked: it does not
 * throw.
 *
 * @param unitLength a guess of how far mass has to move
 * @param unitK a guess of k
 * @param pull what is added to the objective; nothing unless given
 */
export function solveLipschitzProgram(
  program: LipschitzProgram,
  unitLength: number,
  unitK: number,
  pull?: Pull,
): LipschitzSolution {
  const scaled = scaledProgram(program, unitLength, unitK, pull);
  let point = interiorStart(scaled);
  let left = residuals(scaled, point);
  let best = { point, quality: Infinity };
  const qualities: number[] = [];
  let nearly = false; // so near the optimum that the certificate says how near
  let noise = 0; // what rounding adds to the residual in a step
  const solutionAt = ({ g, kappa, multiplier }: InteriorPoint): LipschitzSolution => ({
    f: g.map((value) => value * scaled.unitF),
    k: kappa * unitK,
    flows: multiplier.slice(0, g.length ** 2).map((value) => (value * scaled.unitJ) / scaled.unitF),
  });
  for (let step = 0; step < mostSteps; step++) {
    const score = left.gap + left.norm / Math.max(1, left.terms);
    nearly ||= score < 1e-6;
    const quality = nearly && !pull ? lipschitzCertificate(program, solutionAt(point)).residual : score;
    if (!nearly || quality <= best.quality) best = { point, quality: nearly ? quality : Infinity };
    if (nearly) qualities.push(quality);
    const stuck = best.quality > 0.3 * Math.min(...qualities.slice(0, -4));
    if (quality < converged || stuck || !(score < Infinity)) break;
    const mu = left.gap / point.slack.length;
    const direction = newtonDirections(scaled, point, left);
    const predictor = direction(0);
    const promised = gapAfter(point, predictor, Math.min(1, longestStep(point, predictor)));
    // where the gap is ahead of the residual, it waits
    const sigma = left.gap < left.norm - noise ? 1 : (promised / left.gap) ** 3;
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
    const stiffness = point.multiplier.reduce((sum, z, p) => sum + z / point.slack[p], 0);
    const move = change.g.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    noise = Number.EPSILON * (stiffness * move + 10 * left.terms);
    for (; ; length /= 2) {
      const next = movedBy(point, change, length);
      const remains = residuals(scaled, next);
      const enough = Math.max((1 - 0.1 * length) * left.norm, left.gap, noise, 1e-11);
      if (remains.norm > enough && length > shortestTrial) continue;
      [point, left] = [next, remains];
      break;
    }
  }
  return solutionAt(best.point);
}
