import { checkFinite } from '../distributions/check';

/** Parameters of {@link compactDual}. */
export interface CompactDualOptions {
  /** The gradient that f shall have at every fake atom, [x, y]: any vector. */
  gradient: readonly [number, number];
  /** How many atoms each of the two lines carries, at heights (i + 1/2) / atoms. */
  atoms: number;
}

/** An optimal f of the compact dual as plain functions on points of the plane, [n, 2] flattened. */
export interface CompactDual {
  dim: 2;
  values(points: ArrayLike<number>): Float64Array;
  gradients(points: ArrayLike<number>): Float64Array;
  /** The atoms of the real law, (1, height): [atoms, 2] flattened. */
  real: Float64Array;
  /** The atoms of the fake law, (0, height): [atoms, 2] flattened. */
  fake: Float64Array;
  /** W1 between the two, which f attains: 1. */
  distance: 1;
}

/**
 * A counter-example: the real law lies on the line {1} x [0, 1], the fake one on {0} x [0, 1], and f is asked to satisfy
 * f(x) - f(y) <= |x - y| only for real x and fake y, which is enough for max E_real f - E_fake f = W1 = 1. Then f is
 * optimal as soon as it is 1 on the real atoms and 0 on the fake ones, and its gradient there may be any vector (g, h):
 *
 * f(x, y) = x + (g - 1) x (1 - x)^2 + h (1 - x)^2 sin(2 pi n (y - 1 / 2n)) / 2 pi n.
 *
 * With h = 0 it is optimal for the uniform laws on the two whole lines as well. Along a whole line of fakes an optimal f is
 * constant, so there h has to be 0; with n atoms it has not, and between the atoms the inequality fails by
 * |h| / (2 pi n). (Lipschitz Generative Adversarial Nets, section on the compact dual; the f is made up here.)
 *
 * @throws Error when the gradient is not finite, atoms is no integer >= 1, or (from its functions) when the number of
 * coordinates is odd
 */
export function compactDual({ gradient, atoms }: CompactDualOptions): CompactDual {
  checkFinite('compactDual', 'gradient', gradient);
  if (!Number.isSafeInteger(atoms) || atoms < 1)
    throw new Error(`compactDual: atoms must be an integer >= 1, got ${atoms}`);
  const [g, h] = gradient;
  const frequency = 2 * Math.PI * atoms;
  const phase = (y: number) => frequency * (y - 0.5 / atoms);
  const value = (x: number, y: number) =>
    x + (1 - x) ** 2 * ((g - 1) * x + (h * Math.sin(phase(y))) / frequency);
  const slope = (x: number, y: number) => [
    1 + (g - 1) * (1 - x) * (1 - 3 * x) - (2 * (1 - x) * h * Math.sin(phase(y))) / frequency,
    (1 - x) ** 2 * h * Math.cos(phase(y)),
  ];
  return {
    dim: 2,
    values: (points) => Float64Array.from(pairs(points), ([x, y]) => value(x, y)),
    gradients: (points) => Float64Array.from(pairs(points).flatMap(([x, y]) => slope(x, y))),
    real: line(1, atoms),
    fake: line(0, atoms),
    distance: 1,
  };
}

function line(x: number, atoms: number): Float64Array {
  return Float64Array.from({ length: 2 * atoms }, (_, k) => (k % 2 ? (Math.floor(k / 2) + 0.5) / atoms : x));
}

function pairs(points: ArrayLike<number>): [number, number][] {
  if (points.length === 0 || points.length % 2 !== 0)
    throw new Error(`points must be a positive multiple of 2 coordinates, got ${points.length}`);
  return Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i], points[2 * i + 1]]);
}
