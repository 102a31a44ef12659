import { checkCount, checkFinite, checkPositive, point } from './check';
import type { Continuous } from './distribution';

/** Parameters of {@link uniformBox}. */
export interface UniformBoxOptions {
  /** The middle: `dim` coordinates, or a bare number in one dimension. */
  centre: number | readonly number[];
  /** Half the length of its sides, which are all as long. */
  halfSide: number;
}

/**
 * The uniform distribution on a cube: an interval on the line, a square in the plane. The density is 1 / (2 halfSide)^dim inside and on
 * the edge, 0 outside.
 *
 * @throws Error when the centre is not finite or halfSide is not > 0
 */
export function uniformBox({ centre, halfSide }: UniformBoxOptions): Continuous {
  const middle = typeof centre === 'number' ? [centre] : [...centre];
  const dim = middle.length;
  if (dim === 0) throw new Error('uniformBox: centre must have at least one coordinate, got none');
  checkFinite('uniformBox', 'centre', middle);
  checkPositive('uniformBox', 'halfSide', halfSide);
  const logDensity = (x: number | ArrayLike<number>) => {
    const coordinates = point('uniformBox', x, dim);
    const inside = middle.every((c, j) => Math.abs(coordinates[j] - c) <= halfSide);
    return inside ? -dim * Math.log(2 * halfSide) : -Infinity;
  };
  return {
    name: `uniform on ${middle.map((c) => `[${c - halfSide}, ${c + halfSide}]`).join(' × ')}`,
    dim,
    sample: (n, stream) => {
      checkCount('uniformBox', n);
      return Float64Array.from(
        { length: n * dim },
        (_, k) => middle[k % dim] + halfSide * (2 * stream.uniform() - 1),
      );
    },
    density: (x) => Math.exp(logDensity(x)),
    logDensity,
  };
}
