/** A critic as plain functions on points, [n, dim] flattened: a trained critic's `Field` or an exact potential. */
export interface PlainCritic {
  readonly dim: number;
  /** f(x): [n]. */
  values(points: ArrayLike<number>): ArrayLike<number>;
  /** grad f(x): [n, dim] flattened. */
  gradients(points: ArrayLike<number>): ArrayLike<number>;
}

/**
 * The slope |grad f(x)| at each point, the Euclidean norm of the gradient: [n].
 *
 * @param points [n, dim] flattened
 * @throws Error (from the critic) when the number of coordinates is no positive multiple of dim
 */
export function slopes(critic: PlainCritic, points: ArrayLike<number>): Float64Array {
  const { dim } = critic;
  const gradient = critic.gradients(points);
  return Float64Array.from({ length: gradient.length / dim }, (_, k) =>
    Math.hypot(...Array.from({ length: dim }, (_, d) => gradient[k * dim + d])),
  );
}
