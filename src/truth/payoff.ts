/** The payoffs of a finite zero-sum game, row by row, [m][n]: what the column player pays to the row player. */
export type Payoff = readonly ArrayLike<number>[];

/**
 * Checks a payoff matrix.
 *
 * @param name of the caller, for the message
 * @returns its smallest and largest entry
 * @throws Error when there is no row or column, rows differ in length, or an entry is not finite
 */
export function payoffEnds(name: string, payoff: Payoff): readonly [number, number] {
  const columns = payoff[0]?.length ?? 0;
  if (columns === 0)
    throw new Error(
      `${name}: payoff must have at least one row and column, got ${payoff.length} rows of ${columns}`,
    );
  let [low, high] = [Infinity, -Infinity];
  payoff.forEach((row, i) => {
    if (row.length !== columns)
      throw new Error(
        `${name}: all rows of payoff must have ${columns} entries, got ${row.length} in row ${i}`,
      );
    for (let j = 0; j < columns; j++) {
      if (!Number.isFinite(row[j]))
        throw new Error(`${name}: payoff must be finite, got ${row[j]} in row ${i}, column ${j}`);
      [low, high] = [Math.min(low, row[j]), Math.max(high, row[j])];
    }
  });
  return [low, high];
}

/** The payoffs of all pure rows against a mixed column, A y: [m]. */
export function rowPayoffs(payoff: Payoff, column: ArrayLike<number>): Float64Array {
  return Float64Array.from(payoff, (row) => {
    let sum = 0;
    for (let j = 0; j < row.length; j++) sum += row[j] * column[j];
    return sum;
  });
}

/** The payoffs of all pure columns against a mixed row, A^T x: [n]. */
export function columnPayoffs(payoff: Payoff, row: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(payoff[0].length);
  payoff.forEach((entries, i) => {
    if (row[i] !== 0) for (let j = 0; j < sums.length; j++) sums[j] += row[i] * entries[j];
  });
  return sums;
}
