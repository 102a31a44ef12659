import { mean } from './means';

/**
 * Pearson's correlation, in [-1, 1]: 1 if and only if y is a rising straight line of x, -1 if it is a falling one.
 *
 * @param x [n], n >= 2
 * @param y [n]
 * @throws Error when the lengths differ, n < 2, a number is not finite, or all of x or all of y are equal
 */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number {
  if (x.length !== y.length || x.length < 2)
    throw new Error(`correlation: two equal lengths >= 2 are needed, got ${x.length} and ${y.length}`);
  const [a, b] = Object.entries({ x, y }).map(([name, values]) => {
    const list = Array.from(values);
    const bad = list.findIndex((value) => !Number.isFinite(value));
    if (bad >= 0) throw new Error(`correlation: ${name} must be finite, got ${list[bad]} at ${bad}`);
    if (list.every((value) => value === list[0]))
      throw new Error(`correlation: ${name} must not all be equal, got ${list[0]} everywhere`);
    const middle = mean(list);
    const largest = list.reduce((most, value) => Math.max(most, Math.abs(value - middle)), 0);
    return list.map((value) => (value - middle) / largest); // so that no square overflows or vanishes
  });
  const dot = (p: number[], q: number[]) => p.reduce((sum, value, i) => sum + value * q[i], 0);
  return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
}
