import { earthMover } from '../distances/earthMover';
import type { Points } from '../distances/points';
import type { Numbers } from '../distances/probabilities';
import { weightedClouds } from '../distances/weightedClouds';
import { checkedPoints, cones, meanFunction } from './cones';
import { freeGroups } from './freeGroups';
import type { Extension } from './kantorovichPotential';
import { atomDistances, type LipschitzAtom, lipschitzAtoms } from './lipschitzAtoms';
import { type LipschitzCertificate, lipschitzCertificate } from './lipschitzCertificate';
import { type LipschitzLoss, type LipschitzLossName, namedLoss } from './lipschitzLosses';
import { type LipschitzProgram, type LipschitzSolution, solveLipschitzProgram } from './lipschitzProgram';

/** What {@link lipschitzOptimum} takes besides the two clouds. */
export interface LipschitzOptimumOptions {
  /** phi: one of `lipschitzLosses` by name or as a record. */
  loss: LipschitzLossName | LipschitzLoss;
  /** Weight of k^2, > 0. */
  lambda: number;
  /** Dimension of the points; needed when they are flattened. */
  dim?: number;
  /** [n] probabilities of the real points; 1 / n each unless given. */
  weightsReal?: Numbers;
  /** [m] probabilities of the fake points; 1 / m each unless given. */
  weightsFake?: Numbers;
  /**
   * How f goes on beyond the samples: the smallest continuation, 'lower' (taken unless given: its gradient at a fake point leads to the
   * point that the fake is tied to), the largest, 'upper', or the mean of the two, 'middle'.
   */
  extension?: Extension;
}

/** Two atoms between which f rises as steeply as it may: f(high) - f(low) = k length. */
export interface TightPair {
  low: number;
  high: number;
  length: number;
  /** The multiplier: the mass by which this pair holds the optimum; 0 where it is tight without need. */
  flow: number;
}

/** An optimal critic of a Lipschitz GAN on finite supports, as plain functions on the whole space. */
export interface LipschitzOptimum {
  dim: number;
  /** f(x): [n], points being [n, dim] flattened. */
  values(points: ArrayLike<number>): Float64Array;
  /** grad f(x): [n, dim] flattened; on one side of a kink, 0 in a peak or valley. */
  gradients(points: ArrayLike<number>): Float64Array;
  /** f at the real points: [n]. */
  real: Float64Array;
  /** f at the fake points: [m]. */
  fake: Float64Array;
  /** k, the Lipschitz constant of f. */
  slope: number;
  /** J_D = E_fake phi(f) + E_real phi(-f) + lambda k^2. */
  value: number;
  /** The distinct points that have mass, with their f. */
  atoms: (LipschitzAtom & { value: number })[];
  /** By their numbers in `atoms`. */
  tightPairs: TightPair[];
  certificate: LipschitzCertificate;
  /** Whether there is no other optimal f (on the samples; k is always unique). */
  unique: boolean;
  /** Groups of atoms each of which may move up or down by itself; none where the optimum is unique. */
  free: number[][];
}

/**
 * The exact optimum of a Lipschitz GAN's critic (Zhou et al., Lipschitz Generative Adversarial Nets, 2019) between two weighted clouds:
 * the f on the whole space that minimises
 *
 * J_D(f) = E_fake phi(f) + E_real phi(-f) + lambda k(f)^2,   k(f) the Lipschitz constant of f.
 *
 * A convex program in the values of f on the points and k, under |f_i - f_j| <= k |x_i - x_j| for every pair; solved by an interior point
 * method, with a certificate. Beyond the points any function of slope k will do (McShane, Bulletin of the AMS 40, 1934). Points that
 * coincide are one; points without mass have no say. With phi = x the level of f is free: E_real f + E_fake f is made 0. Where more is
 * free, f lies amid all optimal ones.
 *
 * Euclidean; 100 + 100 points take about a second; time grows with (n + m)^3, memory with (n + m)^2.
 *
 * @param real [n][dim] rows, or [n, dim] flattened
 * @param fake [m][dim] rows, or [m, dim] flattened
 * @throws Error on an unknown loss or extension, a lambda that is not positive and finite, clouds that are empty, of different
 * dimensions or not finite, weights that are no probabilities, when the certificate's residual stays above 1e-6, and (from its functions)
 * when the number of coordinates is no positive multiple of dim
 */
export function lipschitzOptimum(
  real: Points,
  fake: Points,
  { lambda, dim, weightsReal, weightsFake, extension = 'lower', ...rest }: LipschitzOptimumOptions,
): LipschitzOptimum {
  const loss = namedLoss(rest.loss);
  if (!(lambda > 0 && lambda < Infinity))
    throw new Error(`lambda must be positive and finite, got ${lambda}`);
  if (!['upper', 'lower', 'middle'].includes(extension))
    throw new Error(`extension must be upper, lower or middle, got ${extension}`);
  const names = ['real', 'fake'] as const;
  const clouds = weightedClouds(real, fake, { dim, weightsX: weightsReal, weightsY: weightsFake }, names);
  const atoms = lipschitzAtoms(...clouds);
  const program: LipschitzProgram = {
    loss,
    lambda,
    massReal: Float64Array.from(atoms, ({ massReal }) => massReal),
    massFake: Float64Array.from(atoms, ({ massFake }) => massFake),
    distances: atomDistances(atoms),
  };
  const coordinates = Float64Array.from(atoms.flatMap(({ point }) => [...point]));
  const cloud = { coordinates, size: atoms.length, dim: clouds[0].dim };
  const { distance } = earthMover(coordinates, coordinates, {
    dim: cloud.dim,
    weightsX: program.massReal,
    weightsY: program.massFake,
  });
  const { f, k, flows } = solution(program, distance);
  const certificate = lipschitzCertificate(program, { f, k, flows });
  if (!(certificate.residual <= 1e-6))
    throw new Error(
      `the Lipschitz optimum of ${atoms.length} atoms (${loss.name}, lambda ${lambda}) was not reached: residual ${certificate.residual}`,
    );
  const tightPairs = pairsThatAreTight(program, { f, k, flows });
  const free = loss.strictlyConvex
    ? []
    : freeGroups(
        tightPairs.map(({ low, high }) => [low, high] as const),
        atoms.map(({ massReal, massFake }, i) =>
          Boolean(
            loss.kinks?.some(
              ({ at }) => (massFake > 0 && touches(f[i], at)) || (massReal > 0 && touches(-f[i], at)),
            ),
          ),
        ),
      );
  const lows = new Set(tightPairs.map(({ low }) => low));
  const highs = new Set(tightPairs.map(({ high }) => high));
  const upper = cones(
    cloud,
    atoms.map((_, i) => i).filter((i) => !highs.has(i)),
    f,
    1,
    k,
  );
  const lower = cones(
    cloud,
    atoms.map((_, i) => i).filter((i) => !lows.has(i)),
    f,
    -1,
    k,
  );
  const field = meanFunction({ upper: [upper], lower: [lower], middle: [upper, lower] }[extension]);
  const values = (points: ArrayLike<number>) => field.values(checkedPoints(points, cloud.dim));
  const valued = atoms.map((atom, i) => ({ ...atom, value: f[i] }));
  const ofSide = (side: 'real' | 'fake', at: Float64Array) => {
    const all = values(at);
    for (const atom of valued) for (const i of atom[side]) all[i] = atom.value;
    return all;
  };
  return {
    dim: cloud.dim,
    values,
    gradients: (points) => field.gradients(checkedPoints(points, cloud.dim)),
    real: ofSide('real', clouds[0].coordinates),
    fake: ofSide('fake', clouds[1].coordinates),
    slope: k,
    value: valued.reduce(
      (sum, { massReal, massFake, value }) =>
        sum + massFake * loss.value(value) + massReal * loss.value(-value),
      lambda * k * k,
    ),
    atoms: valued,
    tightPairs,
    certificate,
    unique: free.length === 0,
    free,
  };
}

const touches = (value: number, kink: number) => Math.abs(value - kink) < 1e-5 * Math.max(1, Math.abs(kink));

/** The optimum of a program whose laws are W1 = `distance` apart. */
function solution(program: LipschitzProgram, distance: number): LipschitzSolution {
  const { loss, lambda, massReal, massFake, distances } = program;
  const n = massReal.length;
  const widest = distances.reduce((most, value) => Math.max(most, value), 0);
  if (!(distance > 1e-14 * widest)) return { f: new Float64Array(n), k: 0, flows: new Float64Array(n * n) };
  const found = solveLipschitzProgram(program, distance, typicalSlope(loss, lambda, distance));
  if (loss.kinks || loss.strictlyConvex) return found;
  const level = found.f.reduce((sum, value, i) => sum + (value * (massReal[i] + massFake[i])) / 2, 0);
  return { ...found, f: found.f.map((value) => value - level) };
}

/** The k of two single points at that distance: 2 lambda k = distance phi'(-k distance / 2). */
function typicalSlope(loss: LipschitzLoss, lambda: number, distance: number): number {
  let low = 0;
  let high = (distance * loss.slope(0)) / (2 * lambda);
  for (let step = 0; step < 60; step++) {
    const k = (low + high) / 2;
    if (2 * lambda * k < distance * loss.slope((-k * distance) / 2)) low = k;
    else high = k;
  }
  return high;
}

function pairsThatAreTight({ distances }: LipschitzProgram, { f, k, flows }: LipschitzSolution): TightPair[] {
  const n = f.length;
  const pairs: TightPair[] = [];
  if (k === 0) return pairs;
  for (let low = 0; low < n; low++)
    for (let high = 0; high < n; high++) {
      const length = distances[high * n + low];
      if (low === high || k * length - (f[high] - f[low]) > 1e-6 * k * length) continue;
      pairs.push({ low, high, length, flow: flows[high * n + low] });
    }
  return pairs;
}
