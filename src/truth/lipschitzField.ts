import { cones } from './cones';
import { type ExtendedField, type Extension, extendedField } from './extension';
import type { LipschitzAtom } from './lipschitzAtoms';
import type { TightPair } from './tightPairs';

/**
 * The smallest ('lower') or largest ('upper') function of slope k with the values f at the atoms, or the mean of the
 * two ('middle'): McShane's max_i f_i - k |z - x_i| and min_i f_i + k |z - x_i|. The cone of an atom with a tight
 * partner above it lies wholly below the partner's and is left out of the lower one; so there the gradient at that
 * atom leads to the partner. Likewise in the upper one.
 *
 * @throws Error (from its functions) when the number of coordinates is no positive multiple of the dimension
 */
export function lipschitzField(
  atoms: readonly LipschitzAtom[],
  f: Float64Array,
  k: number,
  tightPairs: readonly TightPair[],
  extension: Extension,
): ExtendedField {
  const dim = atoms[0].point.length;
  const coordinates = Float64Array.from(atoms.flatMap(({ point }) => [...point]));
  const cloud = { coordinates, size: atoms.length, dim };
  const without = (end: 'low' | 'high') => {
    const ends = new Set(tightPairs.map((pair) => pair[end]));
    return atoms.map((_, i) => i).filter((i) => !ends.has(i));
  };
  const upper = cones(cloud, without('high'), f, 1, k);
  const lower = cones(cloud, without('low'), f, -1, k);
  return extendedField(dim, { upper, lower }, extension);
}
