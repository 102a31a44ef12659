import { type LipschitzProgram, type LipschitzSolution, solveLipschitzProgram } from './lipschitzProgram';
import { mirrorSlope } from './mirrorSlope';

/**
 * The optimum of a program whose laws have the earth mover's distance `distance`: k = 0 and f = 0 where that is 0.
 * Where the level of f is free (phi = x), E_real f + E_fake f is 0.
 */
export function centralOptimum(program: LipschitzProgram, distance: number): LipschitzSolution {
  const { loss, lambda, massReal, massFake, distances } = program;
  const n = massReal.length;
  if (!(distance > 1e-14 * widest(distances)))
    return { f: new Float64Array(n), k: 0, flows: new Float64Array(n * n) };
  // begun from the k of two single points at that distance
  const found = solveLipschitzProgram(program, distance, mirrorSlope(loss, lambda, [distance / 2]));
  if (loss.kinks || loss.strictlyConvex) return found;
  const level = found.f.reduce((sum, value, i) => sum + (value * (massReal[i] + massFake[i])) / 2, 0);
  return { ...found, f: found.f.map((value) => value - level) };
}

/**
 * The optimum nearest to given values, by proximal points (Rockafellar, SIAM Journal on Control and Optimization 14,
 * 1976): f is pulled to the values so little that the slope of the objective outweighs it, then, to undo what it
 * still did, to where it came, until it rests.
 */
export function nearestOptimum(
  program: LipschitzProgram,
  distance: number,
  values: Float64Array,
): LipschitzSolution {
  const { loss, lambda, massReal, distances } = program;
  const n = massReal.length;
  if (!(distance > 1e-14 * widest(distances))) return centralOptimum(program, distance);
  const weight = 1e-4 / n;
  const unitK = mirrorSlope(loss, lambda, [distance / 2]);
  let towards = values;
  for (let turn = 0; ; turn++) {
    const found = solveLipschitzProgram(program, distance, unitK, { towards, weight });
    const moved = found.f.reduce((most, value, i) => Math.max(most, Math.abs(value - towards[i])), 0);
    if (moved < 1e-6 * unitK * distance || turn === 9) return found;
    towards = found.f;
  }
}

const widest = (distances: Float64Array) => distances.reduce((most, value) => Math.max(most, value), 0);
