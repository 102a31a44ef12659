/**
 * The resultant length of directions, ‖mean_i v_i / ‖v_i‖‖ in [0, 1]: 1 when all vectors point one way, about
 * 1 / sqrt(n) for n random ones. A zero vector has no direction and adds nothing to the sum.
 *
 * @param vectors [n, dim] flattened
 * @throws Error when the number of coordinates is no positive multiple of dim
 * @see Mardia and Jupp, Directional Statistics, section 2.3
 */
export function resultantLength(vectors: ArrayLike<number>, dim: number): number {
  if (!Number.isSafeInteger(dim) || dim < 1) throw new Error(`dim must be an integer >= 1, got ${dim}`);
  if (vectors.length === 0 || vectors.length % dim !== 0)
    throw new Error(`vectors must be a positive multiple of ${dim} coordinates, got ${vectors.length}`);
  const sum = new Float64Array(dim);
  for (let i = 0; i < vectors.length; i += dim) {
    const vector = Array.from({ length: dim }, (_, d) => vectors[i + d]);
    const norm = Math.hypot(...vector);
    if (norm > 0) for (let d = 0; d < dim; d++) sum[d] += vector[d] / norm;
  }
  return Math.hypot(...sum) / (vectors.length / dim);
}
