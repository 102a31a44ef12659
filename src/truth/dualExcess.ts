import { euclidean } from '../distances/pointCosts';
import { flatPoints, type Points } from '../distances/points';

/**
 * How far a critic is from satisfying the compact dual's constraint: the largest f(x) - f(y) - |x - y| over all pairs of a real x and
 * a fake y, which has to be <= 0. (With x and y from the same cloud it is the Lipschitz constraint on that cloud.)
 *
 * @param values of the critic at points: [n, dim] flattened -> [n]
 * @param x real points, [n][dim] rows, or [n, dim] flattened
 * @param y fake points, [m][dim] rows, or [m, dim] flattened
 * @throws Error when the clouds differ in dimension or one is empty
 */
export function dualExcess(
  values: (points: Float64Array) => ArrayLike<number>,
  x: Points,
  y: Points,
  dim?: number,
): number {
  const [real, fake] = [flatPoints('x', x, dim), flatPoints('y', y, dim)];
  if (real.dim !== fake.dim)
    throw new Error(`dualExcess: x and y must have one dimension, got ${real.dim} and ${fake.dim}`);
  const [onReal, onFake] = [values(real.coordinates), values(fake.coordinates)];
  const distance = euclidean(real.coordinates, fake.coordinates, real.dim).at;
  let largest = -Infinity;
  for (let i = 0; i < real.size; i++)
    for (let j = 0; j < fake.size; j++) largest = Math.max(largest, onReal[i] - onFake[j] - distance(i, j));
  return largest;
}
