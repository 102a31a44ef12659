import { earthMover } from '../distances/earthMover';
import type { Points } from '../distances/points';
import type { Numbers } from '../distances/probabilities';
import { type WeightedCloud, weightedClouds } from '../distances/weightedClouds';
import { centralOptimum, nearestOptimum } from './centralOptimum';
import { checkExtension, type ExtendedField, type Extension } from './extension';
import { atomDistances, type LipschitzAtom, lipschitzAtoms, mergedAtoms } from './lipschitzAtoms';
import { type LipschitzCertificate, lipschitzCertificate } from './lipschitzCertificate';
import { lipschitzField } from './lipschitzField';
import { type LipschitzLoss, type LipschitzLossName, namedLoss } from './lipschitzLosses';
import type { LipschitzProgram } from './lipschitzProgram';
import { freeGroupsOf, type TightPair, tightPairsOf } from './tightPairs';

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
   * How f goes on beyond the samples: the smallest continuation, 'lower' (taken unless given: its gradient at a fake
   * point leads to the point that the fake is tied to), the largest, 'upper', or the mean of the two, 'middle'.
   */
  extension?: Extension;
  /**
   * Values at the real points, [n], and at the fake ones, [m]: where several f are optimal, the nearest to them is
   * taken.
   */
  nearestTo?: { real: Numbers; fake: Numbers };
}

/** An optimal critic of a Lipschitz GAN on finite supports, as plain functions on the whole space. */
export interface LipschitzOptimum extends ExtendedField {
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
 * The exact optimum of a Lipschitz GAN's critic (Zhou et al., Lipschitz Generative Adversarial Nets, 2019) between
 * two weighted clouds: the f on the whole space that minimises
 *
 * J_D(f) = E_fake phi(f) + E_real phi(-f) + lambda k(f)^2,   k(f) the Lipschitz constant of f.
 *
 * A convex program in the values of f on the points and k, under |f_i - f_j| <= k |x_i - x_j| for every pair; solved
 * by an interior point method, with a certificate. Beyond the points any function of slope k will do (McShane,
 * Bulletin of the AMS 40, 1934). Points that coincide, or are nearer than 1e-9 of the laws' earth mover's distance,
 * are one; points without mass have no say. With phi = x the level of f is free: E_real f + E_fake f is made 0. Where
 * more is free, f lies amid all optimal ones.
 *
 * Euclidean; 100 + 100 points take about a second; time grows with (n + m)^3, memory with (n + m)^2.
 *
 * @param real [n][dim] rows, or [n, dim] flattened
 * @param fake [m][dim] rows, or [m, dim] flattened
 * @throws Error on an unknown loss or extension, a lambda that is not positive and finite, clouds that are empty, of
 * different dimensions or not finite, weights that are no probabilities, when the certificate's residual stays above
 * 1e-6, and (from its functions) when the number of coordinates is no positive multiple of dim
 */
export function lipschitzOptimum(
  real: Points,
  fake: Points,
  { lambda, dim, weightsReal, weightsFake, extension = 'lower', nearestTo, ...rest }: LipschitzOptimumOptions,
): LipschitzOptimum {
  const loss = namedLoss(rest.loss);
  if (!(lambda > 0 && lambda < Infinity))
    throw new Error(`lambda must be positive and finite, got ${lambda}`);
  checkExtension(extension);
  const names = ['real', 'fake'] as const;
  const clouds = weightedClouds(real, fake, { dim, weightsX: weightsReal, weightsY: weightsFake }, names);
  const { distance } = earthMover(clouds[0].coordinates, clouds[1].coordinates, {
    dim: clouds[0].dim,
    weightsX: clouds[0].weights,
    weightsY: clouds[1].weights,
  });
  const atoms = mergedAtoms(lipschitzAtoms(...clouds), 1e-9 * distance);
  const program: LipschitzProgram = {
    loss,
    lambda,
    massReal: Float64Array.from(atoms, ({ massReal }) => massReal),
    massFake: Float64Array.from(atoms, ({ massFake }) => massFake),
    distances: atomDistances(atoms),
  };
  const central = centralOptimum(program, distance);
  const solution = nearestTo
    ? nearestOptimum(program, distance, atomValues(atoms, clouds, nearestTo))
    : central;
  const certificate = lipschitzCertificate(program, solution);
  if (!(certificate.residual <= 1e-6))
    throw new Error(
      `the Lipschitz optimum of ${atoms.length} atoms (${loss.name}, lambda ${lambda}) was not reached: residual ${certificate.residual}`,
    );
  const { f, k } = solution;
  const tightPairs = tightPairsOf(program, solution);
  const free = freeGroupsOf(program, central);
  const field = lipschitzField(atoms, f, k, tightPairs, extension);
  const valued = atoms.map((atom, i) => ({ ...atom, value: f[i] }));
  const ofSide = (side: 'real' | 'fake', at: Float64Array) => {
    const all = field.values(at);
    for (const atom of valued) for (const i of atom[side]) all[i] = atom.value;
    return all;
  };
  return {
    ...field,
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

/** Given values at the atoms: where several points are one atom, their mean. */
function atomValues(
  atoms: readonly LipschitzAtom[],
  clouds: readonly [WeightedCloud, WeightedCloud],
  nearestTo: { real: Numbers; fake: Numbers },
): Float64Array {
  (['real', 'fake'] as const).forEach((side, s) => {
    if (nearestTo[side].length !== clouds[s].size)
      throw new Error(
        `nearestTo.${side} must have ${clouds[s].size} values, one a point, got ${nearestTo[side].length}`,
      );
  });
  return Float64Array.from(atoms, ({ real, fake }) => {
    const given = [...real.map((i) => nearestTo.real[i]), ...fake.map((i) => nearestTo.fake[i])];
    const mean = given.reduce((sum, value) => sum + value, 0) / given.length;
    if (!Number.isFinite(mean)) throw new Error(`nearestTo must hold finite values, got ${given.join(', ')}`);
    return mean;
  });
}
