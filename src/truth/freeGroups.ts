/**
 * The groups of atoms that can move without a change of the rest: those that pairs hold together, without those in
 * which an atom is held in its place.
 *
 * @param pairs of atoms between which the difference is fixed
 * @param held [n] whether the atom's own value is fixed
 */
export function freeGroups(pairs: Iterable<readonly [number, number]>, held: readonly boolean[]): number[][] {
  const parent = held.map((_, i) => i);
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]];
    return i;
  };
  for (const [i, j] of pairs) parent[root(i)] = root(j);
  const groups = new Map<number, number[]>();
  held.forEach((_, i) => {
    groups.set(root(i), [...(groups.get(root(i)) ?? []), i]);
  });
  return [...groups.values()].filter((group) => !group.some((i) => held[i]));
}
