import { checkedPoints, meanFunction, type PointFunction } from './cones';

/** How a critic that is known on the samples goes on between and beyond them. */
export type Extension = 'upper' | 'lower' | 'middle';

/** A critic known exactly, as plain functions on points, [n, dim] flattened. */
export interface ExtendedField {
  dim: number;
  values(points: ArrayLike<number>): Float64Array;
  gradients(points: ArrayLike<number>): Float64Array;
}

/** @throws Error when it is none of the three */
export function checkExtension(extension: Extension): void {
  if (!['upper', 'lower', 'middle'].includes(extension))
    throw new Error(`extension must be upper, lower or middle, got ${extension}`);
}

/**
 * The largest continuation, the smallest, or the mean of the two, which is checked for the points it is asked at.
 *
 * @throws Error (from its functions) when the number of coordinates is no positive multiple of dim
 */
export function extendedField(
  dim: number,
  { upper, lower }: Record<'upper' | 'lower', PointFunction>,
  extension: Extension,
): ExtendedField {
  const field = meanFunction({ upper: [upper], lower: [lower], middle: [upper, lower] }[extension]);
  return {
    dim,
    values: (points) => field.values(checkedPoints(points, dim)),
    gradients: (points) => field.gradients(checkedPoints(points, dim)),
  };
}
