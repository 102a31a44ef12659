/**
 * How often each n-gram, n neighbouring characters, occurs in strings: its share of all places where n characters fit.
 *
 * @returns n-grams with shares > 0, which sum to 1
 * @throws Error when n is no integer >= 1, or no string is as long as n
 */
export function nGramShares(strings: readonly string[], n: number): Map<string, number> {
  if (!Number.isSafeInteger(n) || n < 1) throw new Error(`nGramShares: n must be an integer >= 1, got ${n}`);
  const grams = strings.flatMap((text) =>
    Array.from({ length: Math.max(0, text.length - n + 1) }, (_, at) => text.slice(at, at + n)),
  );
  if (grams.length === 0)
    throw new Error(`nGramShares: expected a string of at least ${n} characters among ${strings.length}`);
  const counts = new Map<string, number>();
  for (const gram of grams) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return new Map(Array.from(counts, ([gram, count]) => [gram, count / grams.length]));
}
