type Numbers = ArrayLike<number>;

/**
 * The mean sum_i w_i x_i / sum_i w_i; without weights, the plain mean. With a density on an even grid as weights it is
 * the expectation.
 *
 * @throws Error when there is no number, the lengths differ, or the weights sum to nothing
 */
export function mean(x: Numbers, weights?: Numbers): number {
  if (x.length === 0) throw new Error('mean: at least one number is needed, got none');
  if (weights && weights.length !== x.length)
    throw new Error(`mean: ${x.length} numbers but ${weights.length} weights`);
  let sum = 0;
  let total = 0;
  for (let i = 0; i < x.length; i++) {
    const weight = weights ? weights[i] : 1;
    sum += weight * x[i];
    total += weight;
  }
  if (!(total > 0)) throw new Error(`mean: weights must sum to more than 0, got ${total}`);
  return sum / total;
}

/**
 * Root mean square difference sqrt(mean_i (x_i - y_i)^2).
 *
 * @throws Error when there is no number or the lengths differ
 */
export function rootMeanSquareError(x: Numbers, y: Numbers): number {
  if (x.length !== y.length)
    throw new Error(`rootMeanSquareError: lengths differ, got ${x.length} and ${y.length}`);
  return Math.sqrt(mean(Array.from(x, (value, i) => (value - y[i]) ** 2)));
}
