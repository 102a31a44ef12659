import type { Stream } from '../rng/stream';

type Numbers = ArrayLike<number>;

/** Which points look where. All are flattened: [n, dim], [n, dim] and [m, dim]. */
export interface Directions {
  /** Where the vectors start, e.g. fake points. */
  points: Numbers;
  /** One for each point, e.g. a critic's gradients there. */
  vectors: Numbers;
  /** What they might point to, e.g. real samples. */
  targets: Numbers;
  dim: number;
}

/** How closely a vector must point at a target to count. */
export interface DirectionShareOptions {
  /** The cosine that must be exceeded; 0.99 is an angle of 8.1 degrees. */
  cosine?: number;
}

/**
 * The target that each vector points to best, max_j cos(v_i, y_j - x_i): which it is, and that cosine, in [-1, 1]. The
 * cosine is -1, and the target 0, where the vector is zero, since it points nowhere. A target in the point itself lies in
 * no direction and is left out.
 *
 * @returns two lists of n
 * @throws Error when the numbers of coordinates do not fit
 */
export function closestDirections({ points, vectors, targets, dim }: Directions): {
  target: Int32Array;
  cosine: Float64Array;
} {
  checkRows('points', points, dim);
  checkRows('targets', targets, dim);
  if (vectors.length !== points.length)
    throw new Error(
      `vectors must be as many coordinates as points, got ${vectors.length} and ${points.length}`,
    );
  const n = points.length / dim;
  const best = { target: new Int32Array(n), cosine: new Float64Array(n).fill(-1) };
  for (let i = 0; i < n; i++)
    for (let j = 0; j < targets.length; j += dim) {
      let [dot, squaredLength, squaredWay] = [0, 0, 0];
      for (let d = 0; d < dim; d++) {
        const v = vectors[i * dim + d];
        const way = targets[j + d] - points[i * dim + d];
        dot += v * way;
        squaredLength += v * v;
        squaredWay += way * way;
      }
      const size = Math.sqrt(squaredLength) * Math.sqrt(squaredWay);
      if (!(size > 0 && dot / size > best.cosine[i])) continue;
      best.target[i] = j / dim;
      best.cosine[i] = Math.min(dot / size, 1);
    }
  return best;
}

/** The cosines of {@link closestDirections}: [n]. */
export function largestCosines(directions: Directions): Float64Array {
  return closestDirections(directions).cosine;
}

/**
 * The share of points whose vector points to some target: max_j cos(v_i, y_j - x_i) > cosine. In [0, 1].
 *
 * Among many targets a random direction hits one too: read it beside {@link chanceDirectionShare}.
 *
 * @throws Error when the numbers of coordinates do not fit or cosine is not in [-1, 1)
 */
export function directionShare(
  directions: Directions,
  { cosine = 0.99 }: DirectionShareOptions = {},
): number {
  if (!(cosine >= -1 && cosine < 1)) throw new Error(`cosine must be in [-1, 1), got ${cosine}`);
  const cosines = largestCosines(directions);
  return cosines.filter((c) => c > cosine).length / cosines.length;
}

/**
 * The {@link directionShare} of directions drawn evenly from the sphere, `repeats` for each point: what vectors that know
 * nothing of the targets would score.
 *
 * @throws Error as directionShare, or when repeats is no integer >= 1
 */
export function chanceDirectionShare(
  directions: Omit<Directions, 'vectors'>,
  draw: Stream,
  { repeats = 20, ...options }: DirectionShareOptions & { repeats?: number } = {},
): number {
  if (!Number.isSafeInteger(repeats) || repeats < 1)
    throw new Error(`repeats must be an integer >= 1, got ${repeats}`);
  const { points } = directions;
  let sum = 0;
  for (let k = 0; k < repeats; k++) {
    const vectors = Float64Array.from({ length: points.length }, () => draw.normal()); // only the direction counts
    sum += directionShare({ ...directions, vectors }, options);
  }
  return sum / repeats;
}

function checkRows(name: string, values: Numbers, dim: number): void {
  if (!Number.isSafeInteger(dim) || dim < 1) throw new Error(`dim must be an integer >= 1, got ${dim}`);
  if (values.length === 0 || values.length % dim !== 0)
    throw new Error(`${name} must be a positive multiple of ${dim} coordinates, got ${values.length}`);
}
