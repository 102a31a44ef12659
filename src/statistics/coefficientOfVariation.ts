import { mean, rootMeanSquareError } from './means';

/**
 * Standard deviation (of the n numbers themselves, divided by n) over the mean: how uneven positive numbers are, without
 * their unit; 0 when all are equal.
 *
 * @throws Error when there is no number or their mean is not > 0
 */
export function coefficientOfVariation(x: ArrayLike<number>): number {
  const centre = mean(x);
  if (!(centre > 0)) throw new Error(`coefficientOfVariation: the mean must be > 0, got ${centre}`);
  return rootMeanSquareError(x, new Float64Array(x.length).fill(centre)) / centre;
}
