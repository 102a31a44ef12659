import type { InteriorPoint } from './interiorStep';
import { laplacianSystem } from './laplacianSystem';
import type { Residuals, ScaledProgram } from './scaledProgram';

const damping = 1e-10; // of moves that change nothing, which rounding would drive

/**
 * Newton's steps from a point of a Lipschitz program. With w = multiplier / slack of each constraint the matrix in g
 * is the Laplacian of the pairs' w plus curvatures on the diagonal; kappa has a row of its own and is eliminated
 * last, its pivot being a sum of squares, so that nothing is lost to cancellation when the w span many orders of
 * magnitude.
 *
 * @returns (target, predictor) => the step that takes every slack times multiplier to `target`, minus the product of
 * their changes in `predictor`, and the residuals to 0, to first order
 */
export function newtonDirections(
  { distances, hinges, curvature }: ScaledProgram,
  { g, slack, multiplier }: InteriorPoint,
  left: Residuals,
): (target: number, predictor?: InteriorPoint) => InteriorPoint {
  const n = g.length;
  const w = multiplier.map((z, p) => z / slack[p]);
  const weights = new Float64Array(n * n);
  const excess = g.map((value, i) => curvature(i, value) + damping);
  const border = new Float64Array(n);
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) {
      const [up, down] = [w[i * n + j], w[j * n + i]];
      weights[i * n + j] = up + down;
      border[i] += (up - down) * distances[i * n + j];
      border[j] -= (up - down) * distances[i * n + j];
    }
  hinges.forEach(({ atom }, h) => {
    const [flat, steep] = [w[n * n + 2 * h], w[n * n + 2 * h + 1]];
    excess[atom] += (flat * steep) / (flat + steep);
  });
  const solve = laplacianSystem(weights, excess);
  const response = solve(border); // of g to kappa
  let pivot = 2;
  for (let i = 0; i < n; i++) {
    pivot += excess[i] * response[i] ** 2;
    for (let j = 0; j < n; j++)
      pivot += w[i * n + j] * (distances[i * n + j] - response[i] + response[j]) ** 2;
  }

  return (target, predictor) => {
    /** Change of the multipliers before slacks move. */
    const base = multiplier.map((z, p) =>
      z === 0 ? 0 : (target - (predictor ? predictor.slack[p] * predictor.multiplier[p] : 0)) / slack[p] - z,
    );
    const right = left.g.map((value) => -value);
    let kappa = -left.kappa;
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) {
        right[i] -= base[i * n + j];
        right[j] += base[i * n + j];
        kappa += distances[i * n + j] * base[i * n + j];
      }
    const push = hinges.map(({ atom, sign }, h) => {
      const p = n * n + 2 * h;
      const push = base[p] + base[p + 1] - left.hinges[h];
      right[atom] -= sign * (base[p + 1] - (w[p + 1] * push) / (w[p] + w[p + 1]));
      return push;
    });
    const dg = solve(right);
    for (let i = 0; i < n; i++) kappa += border[i] * dg[i];
    kappa /= pivot;
    for (let i = 0; i < n; i++) dg[i] += response[i] * kappa;
    const ds = new Float64Array(slack.length);
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) ds[i * n + j] = kappa * distances[i * n + j] - (dg[i] - dg[j]);
    hinges.forEach(({ atom, sign }, h) => {
      const p = n * n + 2 * h;
      ds[p] = (push[h] + w[p + 1] * sign * dg[atom]) / (w[p] + w[p + 1]);
      ds[p + 1] = ds[p] - sign * dg[atom];
    });
    return { g: dg, kappa, slack: ds, multiplier: base.map((value, p) => value - w[p] * ds[p]) };
  };
}
