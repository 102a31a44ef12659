import type { InteriorPoint } from './interiorStep';
import type { LipschitzLoss } from './lipschitzLosses';
import type { LipschitzProgram } from './lipschitzProgram';

/**
 * A term weight * max(0, sign g_atom - start) of the objective, as weight * t with t >= 0 and t >= sign g_atom -
 * start.
 */
export interface Hinge {
  atom: number;
  sign: 1 | -1;
  start: number;
  weight: number;
}

/**
 * A program in units in which k = kappa is near 1: f = unitF g, and the objective is unitJ times ( ... + kappa^2).
 */
export interface ScaledProgram {
  unitF: number;
  unitJ: number;
  distances: Float64Array; // [n, n] flattened
  hinges: Hinge[];
  /** Derivative of the objective, without hinges, in g_i. */
  slope(i: number, g: number): number;
  /** The sizes of the terms that `slope` is the difference of. */
  terms(i: number, g: number): number;
  curvature(i: number, g: number): number;
}

/** Derivatives of the Lagrangian, 0 at an optimum, and the sum of slack times multiplier. */
export interface Residuals {
  g: Float64Array; // [n]
  kappa: number;
  hinges: Float64Array; // [hinges], in their t
  /** Sum of their sizes. */
  norm: number;
  /** Sum of the sizes of the terms that cancel in g: rounding leaves some 1e-16 of it. */
  terms: number;
  gap: number;
}

const startingSlope = 10; // in units in which the optimum is near 1: in the middle of what is allowed

/** A pull of every f_i to a value, by weight / 2 (g_i - value_i / unitF)^2 in the scaled objective. */
export interface Pull {
  towards: Float64Array; // [n]
  weight: number;
}

export function scaledProgram(
  { loss, lambda, massFake, massReal, distances }: LipschitzProgram,
  unitLength: number,
  unitK: number,
  { towards, weight }: Pull = { towards: new Float64Array(massReal.length), weight: 0 },
): ScaledProgram {
  const unitF = unitK * unitLength;
  const unitJ = lambda * unitK * unitK;
  const smooth = (t: number) =>
    (loss.kinks ?? []).reduce((slope, { at, jump }) => (t > at ? slope - jump : slope), loss.slope(t));
  return {
    unitF,
    unitJ,
    distances: distances.map((distance) => distance / unitLength),
    hinges: (['fake', 'real'] as const).flatMap((side) => {
      const scale = unitF / unitJ;
      return hinges(loss, side === 'fake' ? massFake : massReal, side === 'fake' ? 1 : -1, unitF, scale);
    }),
    slope: (i, g) =>
      (unitF / unitJ) * (massFake[i] * smooth(unitF * g) - massReal[i] * smooth(-unitF * g)) +
      weight * (g - towards[i] / unitF),
    terms: (i, g) =>
      (unitF / unitJ) *
      (massFake[i] * Math.abs(smooth(unitF * g)) + massReal[i] * Math.abs(smooth(-unitF * g))),
    curvature: (i, g) =>
      (unitF ** 2 / unitJ) *
        (massFake[i] * loss.curvature(unitF * g) + massReal[i] * loss.curvature(-unitF * g)) +
      weight,
  };
}

function hinges(
  { kinks = [] }: LipschitzLoss,
  mass: Float64Array,
  sign: 1 | -1,
  unitF: number,
  scale: number,
): Hinge[] {
  return kinks.flatMap(({ at, jump }) =>
    Array.from(mass, (m, atom) => ({ atom, sign, start: at / unitF, weight: m * jump * scale })).filter(
      ({ weight }) => weight > 0,
    ),
  );
}

/** g = 0 with room in every constraint, and all products of slack and multiplier the same. */
export function interiorStart({ distances, hinges }: ScaledProgram): InteriorPoint {
  const n = Math.round(Math.sqrt(distances.length));
  const mu = (2 * startingSlope ** 2) / (n * (n - 1));
  const slack = new Float64Array(n * n + 2 * hinges.length);
  distances.forEach((distance, p) => {
    slack[p] = p % (n + 1) === 0 ? 1 : startingSlope * distance;
  });
  hinges.forEach(({ start, weight }, h) => {
    // of mu / t + mu / (t + start) = weight the larger t, in a form that subtracts nothing
    const pull = weight * Math.abs(start);
    const less = (2 * mu + (4 * mu * mu) / (Math.hypot(pull, 2 * mu) + pull)) / (2 * weight);
    slack[n * n + 2 * h] = less + Math.max(0, -start);
    slack[n * n + 2 * h + 1] = less + Math.max(0, start);
  });
  const multiplier = slack.map((value, p) => (p < n * n && p % (n + 1) === 0 ? 0 : mu / value));
  return { g: new Float64Array(n), kappa: startingSlope, slack, multiplier };
}

export function residuals(
  { distances, hinges, slope, terms }: ScaledProgram,
  { g, kappa, slack, multiplier }: InteriorPoint,
): Residuals {
  const n = g.length;
  const inG = g.map((value, i) => slope(i, value));
  const size = (values: Float64Array) => values.reduce((sum, value) => sum + Math.abs(value), 0);
  let inKappa = 2 * kappa;
  let gap = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const z = multiplier[i * n + j];
      inG[i] += z;
      inG[j] -= z;
      inKappa -= z * distances[i * n + j];
      gap += z * slack[i * n + j];
    }
  const inHinges = Float64Array.from(hinges, ({ atom, sign, weight }, h) => {
    const p = n * n + 2 * h;
    inG[atom] += sign * multiplier[p + 1];
    gap += multiplier[p] * slack[p] + multiplier[p + 1] * slack[p + 1];
    return weight - multiplier[p] - multiplier[p + 1];
  });
  return {
    g: inG,
    kappa: inKappa,
    hinges: inHinges,
    norm: size(inG) + Math.abs(inKappa) + size(inHinges),
    terms: g.reduce((sum, value, i) => sum + terms(i, value), 0),
    gap,
  };
}
