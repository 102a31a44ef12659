import type { TransportPlan } from '../distances/transport';

/**
 * Dual potentials in the middle of all that are optimal. Those of a simplex solver are a corner of that set, where more pairs of points
 * are tight, potentialX[i] + potentialY[j] = cost(i, j), than have mass between them, and every such pair puts a kink into the
 * critic at its points. Here a pair is tight only if some optimal plan moves mass along it: a critic from these potentials
 * is differentiable at the generated points wherever it can be.
 *
 * The constraints f(x_i) <= f(y_j) + cost(i, j), with equality where mass moves, are those of shortest paths; the lengths of the
 * shortest paths from any one point satisfy them, and so does their mean over all points to start from. From x_i, the pair (i, j) is
 * tight only on a cycle of length 0, along which mass could be moved for nothing.
 *
 * Floyd, Algorithm 97: shortest path (1962). Time (n + m)^3, memory (n + m)^2.
 *
 * @param cost (i, j) => cost
 * @param plan an optimal plan for these costs
 * @returns [n] and [m]; NaN at points without mass
 */
export function centredPotentials(
  cost: (i: number, j: number) => number,
  { rows, columns }: TransportPlan,
  [n, m]: readonly [number, number],
): { potentialX: Float64Array; potentialY: Float64Array } {
  const xs = Array.from(new Set(rows));
  const ys = Array.from(new Set(columns));
  const nodes = [...xs, ...ys.map((j) => n + j)];
  const place = new Map(nodes.map((node, k) => [node, k]));
  const size = nodes.length;
  const length = new Float64Array(size * size).fill(Infinity);
  for (let k = 0; k < size; k++) length[k * size + k] = 0;
  for (const i of xs) for (const j of ys) length[place.get(n + j)! * size + place.get(i)!] = cost(i, j);
  rows.forEach((i, k) => {
    length[place.get(i)! * size + place.get(n + columns[k])!] = -cost(i, columns[k]);
  });
  for (let via = 0; via < size; via++)
    for (let from = 0; from < size; from++) {
      const first = length[from * size + via];
      if (first === Infinity) continue;
      for (let to = 0; to < size; to++)
        length[from * size + to] = Math.min(length[from * size + to], first + length[via * size + to]);
    }
  const f = new Float64Array(n + m).fill(NaN);
  nodes.forEach((node, to) => {
    let sum = 0;
    for (let from = 0; from < size; from++) sum += length[from * size + to];
    f[node] = sum / size;
  });
  return { potentialX: f.slice(0, n), potentialY: f.slice(n).map((value) => -value) };
}
