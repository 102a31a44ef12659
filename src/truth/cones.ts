import type { Cloud } from '../distances/points';

/** A function on points, [n, dim] flattened, and its gradient. */
export interface PointFunction {
  values(points: Float64Array): Float64Array;
  gradients(points: Float64Array): Float64Array;
}

/**
 * min_j height_j + slope |z - centre_j| for sign 1, max_j height_j - slope |z - centre_j| for sign -1, over the named
 * centres: the largest and the smallest function of that slope with given values (McShane, Bulletin of the AMS 40,
 * 1934). The gradient is that of the cone that decides, 0 in its centre.
 *
 * @param named the centres, by their number in the cloud
 * @param height [size]
 */
export function cones(
  { coordinates, dim }: Cloud,
  named: Iterable<number>,
  height: ArrayLike<number>,
  sign: 1 | -1,
  slope = 1,
): PointFunction {
  const centres = Int32Array.from(new Set(named)).sort();
  /** For each point the cone that decides, and sign times its value. */
  function decide(points: Float64Array) {
    const centre = new Int32Array(points.length / dim);
    const value = new Float64Array(centre.length).fill(Infinity);
    for (let k = 0; k < centre.length; k++)
      for (const c of centres) {
        const rest = value[k] - sign * height[c];
        if (!(rest > 0)) continue;
        let square = 0;
        for (let d = 0; d < dim; d++) square += (points[k * dim + d] - coordinates[c * dim + d]) ** 2;
        if (square * slope ** 2 >= rest * rest) continue;
        value[k] = sign * height[c] + slope * Math.sqrt(square);
        centre[k] = c;
      }
    return { centre, value };
  }
  return {
    values: (points) => decide(points).value.map((value) => sign * value),
    gradients(points) {
      const { centre } = decide(points);
      const away = points.map((z, p) => z - coordinates[centre[Math.floor(p / dim)] * dim + (p % dim)]);
      const length = new Float64Array(centre.length);
      away.forEach((step, p) => {
        length[Math.floor(p / dim)] = Math.hypot(length[Math.floor(p / dim)], step);
      });
      return away.map((step, p) => (step === 0 ? 0 : (sign * slope * step) / length[Math.floor(p / dim)]));
    },
  };
}

/** The mean of functions. */
export function meanFunction(parts: readonly PointFunction[]): PointFunction {
  const mean = (values: Float64Array[]) =>
    values[0].map((_, k) => values.reduce((sum, value) => sum + value[k], 0) / values.length);
  return {
    values: (points) => mean(parts.map((part) => part.values(points))),
    gradients: (points) => mean(parts.map((part) => part.gradients(points))),
  };
}

/**
 * Points as a function of `dim` coordinates takes them. @throws Error when their number is no positive multiple of
 * dim
 */
export function checkedPoints(points: ArrayLike<number>, dim: number): Float64Array {
  if (points.length === 0 || points.length % dim !== 0)
    throw new Error(`points must be a positive multiple of ${dim} coordinates, got ${points.length}`);
  return Float64Array.from(points);
}
