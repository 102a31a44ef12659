import type { Stream } from '../rng/stream';

/** Something that points can be drawn from. Points are rows of a flat array: point i is `[i * dim, (i + 1) * dim)`. */
export interface Distribution {
  /** What it is, in words, for labels. */
  readonly name: string;
  /** Dimension of a point. */
  readonly dim: number;
  /** Draws n points, [n, dim] flattened. */
  sample(n: number, stream: Stream): Float64Array;
}

/** A distribution with a density with respect to Lebesgue measure on R^dim. */
export interface Continuous extends Distribution {
  /** Density at a point of `dim` coordinates (a bare number when dim is 1). */
  density(x: number | ArrayLike<number>): number;
  /** Natural logarithm of the density, -Infinity outside the support. */
  logDensity(x: number | ArrayLike<number>): number;
}
