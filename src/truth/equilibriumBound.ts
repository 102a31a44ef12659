export interface EquilibriumBoundOptions {
  /** m, the number of the row player's pure strategies. */
  rows: number;
  /** n, the number of the column player's. */
  columns: number;
  /** T, of how many pure strategies each side's uniform mixture consists. */
  size: number;
  /** R, largest minus smallest payoff. Default 1: the bound in units of the range. */
  range?: number;
}

/**
 * How far small uniform mixtures are from an equilibrium of an m x n zero-sum game, at most:
 *
 * gap <= R (sqrt(log m / 2T) + sqrt(log n / 2T)).
 *
 * It holds for the *mean* gap of two uniform mixtures of T strategies that are drawn independently from optimal ones, so there is
 * such a pair within it (Lipton and Young 1994; the constant by Hoeffding's lemma: the mean of T independent numbers from an
 * interval of length R is sub-Gaussian with variance R^2 / 4T, and the largest of m such deviations is sqrt(2 log m R^2 / 4T)
 * in the mean at most). It also holds, without chance, for the averages that multiplicative weights reach after T steps of
 * the right size (Freund and Schapire 1999; Cesa-Bianchi and Lugosi, Prediction, Learning, and Games, 2006, Theorem 2.2).
 *
 * @returns the bound on {@link Exploitability.gap}, in the range's unit
 * @throws Error when a count is no integer >= 1, or the range is negative or not finite
 */
export function equilibriumBound({ rows, columns, size, range = 1 }: EquilibriumBoundOptions): number {
  for (const [name, count] of Object.entries({ rows, columns, size }))
    if (!(Number.isSafeInteger(count) && count >= 1))
      throw new Error(`equilibriumBound: ${name} must be an integer >= 1, got ${count}`);
  if (!(range >= 0 && range < Infinity))
    throw new Error(`equilibriumBound: range must be finite and >= 0, got ${range}`);
  return range * (Math.sqrt(Math.log(rows) / (2 * size)) + Math.sqrt(Math.log(columns) / (2 * size)));
}
