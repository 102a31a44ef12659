/** Masses of two sides as whole numbers of one unit, with the same total, at most 2^53: sums of them are exact. */
export interface WholeMasses {
  supply: Float64Array;
  demand: Float64Array;
  /** Mass of one unit; undefined where the whole numbers are masses only to about 1e-16 of the total. */
  unit?: number;
}

/**
 * Whole numbers of a common unit for two sides with equal totals. They are exact when each side has masses of one size
 * and when all masses are whole numbers already; then ties between sums of masses remain ties. Otherwise the
 * total is cut into 2^52 units, and a positive mass gets at least one.
 */
export function wholeMasses(a: Float64Array, b: Float64Array): WholeMasses {
  if (a.every((mass) => mass === a[0]) && b.every((mass) => mass === b[0])) {
    const divisor = commonDivisor(a.length, b.length);
    const [each, other] = [b.length / divisor, a.length / divisor];
    return { supply: a.map(() => each), demand: b.map(() => other), unit: a[0] / each };
  }
  if (sum(a) === sum(b) && sum(a) <= 2 ** 53 && a.every(Number.isInteger) && b.every(Number.isInteger))
    return { supply: a, demand: b, unit: 1 };
  const [supply, demand] = [a, b].map((masses) => {
    const total = sum(masses);
    return masses.map((mass) => (mass > 0 ? Math.max(1, Math.round((mass / total) * 2 ** 52)) : 0));
  });
  const excess = sum(supply) - sum(demand); // a unit or so for each mass: the largest does not feel it
  const short = excess > 0 ? demand : supply;
  short[short.indexOf(short.reduce((x, y) => Math.max(x, y)))] += Math.abs(excess);
  return { supply, demand };
}

function commonDivisor(n: number, m: number): number {
  return m === 0 ? n : commonDivisor(m, n % m);
}

/** Sum of the entries. */
export function sum(values: Float64Array): number {
  return values.reduce((x, y) => x + y, 0);
}
