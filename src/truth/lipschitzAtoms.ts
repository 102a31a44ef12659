import type { WeightedCloud } from '../distances/weightedClouds';

/** A point of either law or of both. */
export interface LipschitzAtom {
  point: Float64Array; // [dim]
  /** Which points of the real cloud sit here. */
  real: number[];
  /** Which points of the fake cloud sit here. */
  fake: number[];
  /** Mass of the real law. */
  massReal: number;
  /** Mass of the fake law. */
  massFake: number;
}

/** The distinct points of two clouds with the masses of both laws; points without mass are left out. */
export function lipschitzAtoms(real: WeightedCloud, fake: WeightedCloud): LipschitzAtom[] {
  const found = new Map<string, LipschitzAtom>();
  for (const [side, mass, cloud] of [
    ['real', 'massReal', real],
    ['fake', 'massFake', fake],
  ] as const)
    for (let i = 0; i < cloud.size; i++) {
      if (cloud.weights[i] === 0) continue;
      const point = cloud.coordinates.slice(i * cloud.dim, (i + 1) * cloud.dim);
      const key = point.map((value) => value + 0).join(); // -0 is 0
      const atom = found.get(key) ?? { point, real: [], fake: [], massReal: 0, massFake: 0 };
      found.set(key, atom);
      atom[side].push(i);
      atom[mass] += cloud.weights[i];
    }
  return [...found.values()];
}

/** Atoms of which those nearer than `nearest` to an earlier one have been added to it. */
export function mergedAtoms(atoms: readonly LipschitzAtom[], nearest: number): LipschitzAtom[] {
  const kept: LipschitzAtom[] = [];
  for (const atom of atoms) {
    const host = kept.find(
      ({ point }) => Math.hypot(...point.map((value, d) => value - atom.point[d])) < nearest,
    );
    if (!host) kept.push({ ...atom, real: [...atom.real], fake: [...atom.fake] });
    else {
      host.real.push(...atom.real);
      host.fake.push(...atom.fake);
      host.massReal += atom.massReal;
      host.massFake += atom.massFake;
    }
  }
  return kept;
}

/** |x_i - x_j| of all pairs: [n, n] flattened. */
export function atomDistances(atoms: readonly LipschitzAtom[]): Float64Array {
  const n = atoms.length;
  const distances = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) {
      let square = 0;
      atoms[i].point.forEach((value, d) => {
        square += (value - atoms[j].point[d]) ** 2;
      });
      distances[i * n + j] = distances[j * n + i] = Math.sqrt(square);
    }
  return distances;
}
