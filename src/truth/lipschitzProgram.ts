import { laplacianSystem } from './laplacianSystem';
import type { LipschitzLoss } from './lipschitzLosses';

/**
 * minimise over f, k: sum_i massFake_i phi(f_i) + massReal_i phi(-f_i) + lambda k^2 subject to |f_i - f_j| <= k distance_ij.
 */
export interface LipschitzProgram {
  loss: LipschitzLoss;
  lambda: number;
  massFake: Float64Array; // [n]
  massReal: Float64Array; // [n]
  distances: Float64Array; // [n, n] flattened
}

/** An optimum with its multipliers. */
export interface LipschitzSolution {
  f: Float64Array; // [n]
  k: number;
  /** Multiplier of f_i - f_j <= k distance_ij, in units of mass: [n, n] flattened. */
  flows: Float64Array;
  iterations: number;
}

/** A term weight * max(0, sign * f_atom - start), with its slack variable t >= max(0, ...) and both multipliers. */
interface Hinge {
  atom: number;
  sign: 1 | -1;
  start: number;
  weight: number;
  t: number;
  above: number; // t - (sign f - start)
  p: number; // multiplier of t >= 0
  v: number; // multiplier of above >= 0
}

const mostIterations = 200;

/**
 * Solves a program by a primal-dual interior point method with Mehrotra's predictor and corrector (Nocedal and Wright, Numerical
 * Optimization, 2006, section 16.6), in units in which f and k are near 1: `unitK` is a guess of k, `unitLength` one of the distances. A loss's
 * kinks become variables t >= max(0, f - kink). Each Newton step solves a Laplacian system ({@link laplacianSystem}) with one more
 * row for k: n^3 / 6 + a few n^2, and 15 to 40 steps do. Where the optimum is not unique, it ends near the centre of all optima.
 */
export function solveLipschitzProgram(
  { loss, lambda, massFake, massReal, distances }: LipschitzProgram,
  unitK: number,
  unitLength: number,
): LipschitzSolution {
  const n = massFake.length;
  const unit = unitK * unitLength; // of f
  const size = lambda * unitK * unitK; // of the objective
  const d = distances.map((distance) => distance / unitLength);
  const hinges = hingeTerms(loss, massFake, massReal, unit, size);
  const g = new Float64Array(n);
  let kappa = 10;
  const s = d.map((distance) => kappa * distance);
  const z = new Float64Array(n * n); // multipliers of g_i - g_j <= kappa d_ij
  const barrier = (2 * kappa * kappa) / (n * (n - 1));
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) if (i !== j) z[i * n + j] = barrier / (kappa * d[i * n + j]);
  const smoothSlope = (t: number) =>
    (loss.kinks ?? []).reduce((s, { at, jump }) => (t > at ? s - jump : s), loss.slope(t));
  const count = n * (n - 1) + 2 * hinges.length;

  const slack = (i: number, j: number) => s[i * n + j];
  /** Derivatives of the Lagrangian in g and kappa, and sum of multiplier times slack. */
  function residuals() {
    const r = new Float64Array(n);
    let rKappa = 2 * kappa;
    let gap = 0;
    for (let i = 0; i < n; i++) {
      const t = unit * g[i];
      r[i] = (unit / size) * (massFake[i] * smoothSlope(t) - massReal[i] * smoothSlope(-t));
      for (let j = 0; j < n; j++) {
        if (i === j) continue;
        r[i] += z[i * n + j] - z[j * n + i];
        rKappa -= z[i * n + j] * d[i * n + j];
        gap += z[i * n + j] * slack(i, j);
      }
    }
    let inHinges = 0;
    for (const h of hinges) {
      r[h.atom] += h.sign * h.v;
      gap += h.p * h.t + h.v * h.above;
      inHinges += Math.abs(h.weight - h.p - h.v);
    }
    const norm = r.reduce((sum, value) => sum + Math.abs(value), Math.abs(rKappa) + inHinges);
    return { r, rKappa, gap, norm };
  }

  let state = residuals();
  let iterations = 0;
  let best = { score: Infinity, g, kappa, z };
  const scores: number[] = [];
  for (; iterations < mostIterations; iterations++) {
    const score = state.gap + state.norm;
    if (score < best.score) best = { score, g: g.slice(), kappa, z: z.slice() };
    scores.push(score);
    const stuck = score < 1e-6 && best.score > 0.3 * Math.min(...scores.slice(0, -4));
    if (score < 1e-13 || stuck || !(score < Infinity)) break;
    // Newton's matrix
    const weights = new Float64Array(n * n);
    const excess = new Float64Array(n);
    const b = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      const t = unit * g[i];
      excess[i] =
        ((unit * unit) / size) * (massFake[i] * loss.curvature(t) + massReal[i] * loss.curvature(-t));
      for (let j = i + 1; j < n; j++) {
        const up = z[i * n + j] / slack(i, j);
        const down = z[j * n + i] / slack(j, i);
        weights[i * n + j] = up + down;
        b[i] += (up - down) * d[i * n + j];
        b[j] -= (up - down) * d[i * n + j];
      }
    }
    for (const h of hinges) {
      const [a, c] = [h.p / h.t, h.v / h.above];
      excess[h.atom] += (a * c) / (a + c);
    }
    const delta = 1e-10;
    for (let i = 0; i < n; i++) excess[i] += delta;
    const solve = laplacianSystem(weights, excess);
    const y = solve(b);
    let schur = 2;
    for (let i = 0; i < n; i++) {
      schur += excess[i] * y[i] * y[i];
      for (let j = 0; j < n; j++)
        if (i !== j) schur += (z[i * n + j] / slack(i, j)) * (d[i * n + j] - (y[i] - y[j])) ** 2;
    }
    /** The step towards multiplier * slack = target - second, `second` from a predictor. */
    function direction(target: number, first?: Step): Step {
      const right = state.r.map((value) => -value);
      let rightKappa = -state.rKappa;
      const base = new Float64Array(n * n); // of dz, before slacks move
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) {
          if (i === j) continue;
          const p = i * n + j;
          const second = first ? first.dz[p] * first.ds(i, j) : 0;
          base[p] = (target - second) / s[p] - z[p];
          right[i] -= base[p];
          right[j] += base[p];
          rightKappa += d[p] * base[p];
        }
      const inHinges = hinges.map((h, m) => {
        const was = first?.hinges[m];
        const baseP = (target - (was ? was.dp * was.dt : 0)) / h.t - h.p;
        const baseV = (target - (was ? was.dv * was.dAbove : 0)) / h.above - h.v;
        const R = -(h.weight - h.p - h.v) + baseP + baseV;
        const [a, c] = [h.p / h.t, h.v / h.above];
        right[h.atom] -= h.sign * (baseV - (c * R) / (a + c));
        return { baseP, baseV, R, a, c };
      });
      const dg = solve(right);
      let dKappa = rightKappa;
      for (let i = 0; i < n; i++) dKappa += b[i] * dg[i];
      dKappa /= schur;
      for (let i = 0; i < n; i++) dg[i] += y[i] * dKappa;
      const ds = (i: number, j: number) => dKappa * d[i * n + j] - (dg[i] - dg[j]);
      const dz = base;
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) if (i !== j) dz[i * n + j] -= (z[i * n + j] / slack(i, j)) * ds(i, j);
      const dh = hinges.map((h, m) => {
        const { baseP, baseV, R, a, c } = inHinges[m];
        const move = h.sign * dg[h.atom];
        const dt = (R + c * move) / (a + c);
        const dAbove = dt - move;
        return { dt, dAbove, dp: baseP - a * dt, dv: baseV - c * dAbove };
      });
      return { dg, dKappa, dz, ds, hinges: dh };
    }
    function longest({ dz, ds, hinges: dh }: Step): number {
      let most = 1 / 0;
      const reach = (value: number, change: number) => {
        if (change < 0) most = Math.min(most, -value / change);
      };
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) {
          if (i === j) continue;
          reach(slack(i, j), ds(i, j));
          reach(z[i * n + j], dz[i * n + j]);
        }
      hinges.forEach((h, m) => {
        reach(h.t, dh[m].dt);
        reach(h.above, dh[m].dAbove);
        reach(h.p, dh[m].dp);
        reach(h.v, dh[m].dv);
      });
      return most;
    }
    function gapAfter({ dz, ds, hinges: dh }: Step, a: number): number {
      let gap = 0;
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++)
          if (i !== j) gap += (z[i * n + j] + a * dz[i * n + j]) * (slack(i, j) + a * ds(i, j));
      hinges.forEach((h, m) => {
        gap +=
          (h.t + a * dh[m].dt) * (h.p + a * dh[m].dp) + (h.above + a * dh[m].dAbove) * (h.v + a * dh[m].dv);
      });
      return gap;
    }
    const predictor = direction(0);
    const sigma = (gapAfter(predictor, Math.min(1, longest(predictor))) / state.gap) ** 3;
    const mu = state.gap / count;
    let step = direction(Math.min(1, sigma) * mu, predictor);
    let length = Math.min(1, 0.995 * longest(step));
    if (length < 0.1) {
      step = direction(0.5 * mu);
      length = Math.min(1, 0.995 * longest(step));
    }
    for (let i = 0; i < n; i++) {
      const now = unit * Math.abs(g[i]);
      const change = unit * Math.abs(step.dg[i]) * length;
      if (change > Math.max(2, now)) length *= Math.max(2, now) / change;
    }
    const before = { g: g.slice(), kappa, s: s.slice(), z: z.slice(), hinges: hinges.map((h) => ({ ...h })) };
    const was: { norm: number; gap: number } = state;
    for (;;) {
      for (let i = 0; i < n; i++) g[i] = before.g[i] + length * step.dg[i];
      kappa = before.kappa + length * step.dKappa;
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) {
          const p = i * n + j;
          z[p] = before.z[p] + length * step.dz[p];
          s[p] = before.s[p] + length * step.ds(i, j);
        }
      hinges.forEach((h, m) => {
        h.t = before.hinges[m].t + length * step.hinges[m].dt;
        h.above = before.hinges[m].above + length * step.hinges[m].dAbove;
        h.p = before.hinges[m].p + length * step.hinges[m].dp;
        h.v = before.hinges[m].v + length * step.hinges[m].dv;
      });
      state = residuals();
      if (state.norm <= Math.max((1 - 0.1 * length) * was.norm, was.gap, 1e-11) || length < 1e-8) break;
      length /= 2;
    }
  }
  const flows = best.z.map((value) => (value * size) / unit);
  return { f: best.g.map((value) => value * unit), k: best.kappa * unitK, flows, iterations };
}

interface Step {
  dg: Float64Array;
  dKappa: number;
  dz: Float64Array;
  ds: (i: number, j: number) => number;
  hinges: { dt: number; dAbove: number; dp: number; dv: number }[];
}

function hingeTerms(
  loss: LipschitzLoss,
  massFake: Float64Array,
  massReal: Float64Array,
  unit: number,
  size: number,
): Hinge[] {
  const hinges: Hinge[] = [];
  for (const { at, jump } of loss.kinks ?? [])
    for (const [masses, sign] of [
      [massFake, 1],
      [massReal, -1],
    ] as const)
      masses.forEach((mass, atom) => {
        if (mass === 0) return;
        const weight = (mass * jump * unit) / size;
        const start = at / unit;
        const t = 1 + Math.max(0, -start);
        hinges.push({ atom, sign, start, weight, t, above: t + start, p: weight / 2, v: weight / 2 });
      });
  return hinges;
}
