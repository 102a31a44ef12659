/**
 * Two laws on named outcomes as probability vectors over the outcomes of either, for the divergences between such
 * vectors; an outcome that a law does not name has probability 0 there.
 *
 * @returns p and q, of one length
 */
export function onCommonKeys<K>(
  p: ReadonlyMap<K, number>,
  q: ReadonlyMap<K, number>,
): { p: number[]; q: number[] } {
  const keys = [...new Set([...p.keys(), ...q.keys()])];
  return { p: keys.map((key) => p.get(key) ?? 0), q: keys.map((key) => q.get(key) ?? 0) };
}
