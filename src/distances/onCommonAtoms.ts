import type { Numbers } from './probabilities';

/**
 * Two sets of equally weighted points as probability vectors over the points of either: p_k is the share of x that
 * sits exactly on the k-th distinct point, q_k that of y. On them the divergences see what they see of the empirical
 * laws: which points coincide, and nothing of how far apart the others are.
 *
 * @param x [n, dim] flattened
 * @param y [m, dim] flattened
 * @returns p and q, of one length
 * @throws Error when a side is empty or no multiple of dim
 */
export function onCommonAtoms(x: Numbers, y: Numbers, dim: number): { p: number[]; q: number[] } {
  const index = new Map<string, number>();
  const sides = [x, y].map((points) => {
    if (points.length === 0 || points.length % dim !== 0)
      throw new Error(`points must be a positive multiple of ${dim} coordinates, got ${points.length}`);
    return Array.from({ length: points.length / dim }, (_, i) => {
      const key = Array.from({ length: dim }, (_, k) => points[i * dim + k]).join();
      if (!index.has(key)) index.set(key, index.size);
      return index.get(key) as number;
    });
  });
  const [p, q] = sides.map((atoms) => {
    const shares = new Array<number>(index.size).fill(0);
    for (const atom of atoms) shares[atom] += 1 / atoms.length;
    return shares;
  });
  return { p, q };
}
