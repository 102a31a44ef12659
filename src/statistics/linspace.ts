/**
 * Evenly spaced numbers from `from` to `to`, both included: [n].
 *
 * @throws Error when n is no integer >= 2 or an end is not finite
 */
export function linspace(from: number, to: number, n: number): number[] {
  if (!Number.isSafeInteger(n) || n < 2) throw new Error(`linspace: n must be an integer >= 2, got ${n}`);
  if (!Number.isFinite(from) || !Number.isFinite(to))
    throw new Error(`linspace: ends must be finite, got ${from} and ${to}`);
  return Array.from({ length: n }, (_, i) => from + ((to - from) * i) / (n - 1));
}
