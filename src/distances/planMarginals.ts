import type { TransportPlan } from './transport';

/**
 * What a plan takes from each point of the first side and brings to each of the second: the row and column sums of the
 * matrix with its masses, which for a transport plan are the two weights.
 *
 * @param sizes number of points n and m of the two sides
 * @returns [n] and [m]
 * @throws Error when the plan names a point that there is not
 */
export function planMarginals(
  { rows, columns, masses }: TransportPlan,
  [n, m]: readonly [number, number],
): { rows: Float64Array; columns: Float64Array } {
  const sums = { rows: new Float64Array(n), columns: new Float64Array(m) };
  masses.forEach((mass, k) => {
    if (!(rows[k] in sums.rows && columns[k] in sums.columns))
      throw new Error(
        `pair ${k} of the plan must name points of ${n} and ${m}, got ${rows[k]} and ${columns[k]}`,
      );
    sums.rows[rows[k]] += mass;
    sums.columns[columns[k]] += mass;
  });
  return sums;
}
