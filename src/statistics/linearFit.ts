import { mean } from './means';

/** The straight line closest to a set of points, and the share of the variance that it explains. */
export interface LinearFit {
  slope: number;
  intercept: number;
  /** R^2 = 1 - residual variance / variance, in [0, 1]; 1 when y is constant. */
  rSquared: number;
}

/**
 * Least squares line y = slope x + intercept.
 *
 * @param x [n], not all equal
 * @param y [n]
 * @throws Error when the lengths differ, n < 2, or all x are equal
 */
export function linearFit(x: ArrayLike<number>, y: ArrayLike<number>): LinearFit {
  if (x.length !== y.length || x.length < 2)
    throw new Error(`linearFit: two equal lengths >= 2 are needed, got ${x.length} and ${y.length}`);
  const mx = mean(x);
  const my = mean(y);
  const xs = Array.from(x, (value) => value - mx);
  const ys = Array.from(y, (value) => value - my);
  const dot = (a: number[], b: number[]) => a.reduce((sum, value, i) => sum + value * b[i], 0);
  const spread = dot(xs, xs);
  if (!(spread > 0)) throw new Error(`linearFit: x must not all be equal, got ${x[0]} everywhere`);
  const slope = dot(xs, ys) / spread;
  const variance = dot(ys, ys);
  return {
    slope,
    intercept: my - slope * mx,
    rSquared: variance === 0 ? 1 : (slope * dot(xs, ys)) / variance,
  };
}
