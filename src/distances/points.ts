import type { Numbers } from './probabilities';

/** A cloud of points: rows of coordinates [n][dim], or the same flattened. */
export type Points = Numbers | ArrayLike<Numbers>;

/** A cloud in one array. */
export interface Cloud {
  coordinates: Float64Array; // [size, dim] flattened
  size: number;
  dim: number;
}

const largest = 1e140; // far beyond it sums of squares overflow

/**
 * The coordinates of a cloud in one array.
 *
 * @param dim needed for flattened points
 * @throws Error when there is no point, rows differ in length, the flat length is no multiple of dim, or a coordinate is
 * not finite or beyond 1e140
 */
export function flatPoints(name: string, points: Points, dim?: number): Cloud {
  if (points.length === 0) throw new Error(`${name} must have at least one point, got none`);
  const cloud = isFlat(points) ? fromFlat(name, points, dim) : fromRows(name, points, dim);
  cloud.coordinates.forEach((value, k) => {
    if (!(Math.abs(value) <= largest))
      throw new Error(
        `${name} must hold finite coordinates of at most ${largest}, got ${value} in point ${Math.floor(k / cloud.dim)}`,
      );
  });
  return cloud;
}

function isFlat(points: Points): points is Numbers {
  return typeof points[0] === 'number';
}

function fromFlat(name: string, flat: Numbers, dim?: number): Cloud {
  if (dim === undefined)
    throw new Error(`dim must be given when ${name} is flat, got ${flat.length} numbers without it`);
  if (!Number.isSafeInteger(dim) || dim < 1) throw new Error(`dim must be an integer >= 1, got ${dim}`);
  if (flat.length % dim !== 0)
    throw new Error(`${name} must be a multiple of dim = ${dim} long, got ${flat.length}`);
  return { coordinates: Float64Array.from(flat), size: flat.length / dim, dim };
}

function fromRows(name: string, rows: ArrayLike<Numbers>, dim: number = rows[0].length): Cloud {
  if (!(dim >= 1)) throw new Error(`points of ${name} must have at least one coordinate, got ${dim}`);
  const coordinates = new Float64Array(rows.length * dim);
  for (let i = 0; i < rows.length; i++) {
    if (rows[i].length !== dim)
      throw new Error(
        `points of ${name} must all have ${dim} coordinates, got ${rows[i].length} in point ${i}`,
      );
    coordinates.set(Float64Array.from(rows[i]), i * dim);
  }
  return { coordinates, size: rows.length, dim };
}
