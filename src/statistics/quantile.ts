/**
 * The p-quantile of a sample: the value below which the share p lies, linear between neighbours in the order (definition 7
 * of Hyndman and Fan, "Sample Quantiles in Statistical Packages", 1996: what NumPy does by default). p = 0 is the smallest, p = 1 the
 * largest, p = 1/2 the median.
 *
 * @throws Error when there is no number, one is NaN, or p is not in [0, 1]
 */
export function quantile(values: ArrayLike<number>, p: number): number {
  if (!(p >= 0 && p <= 1)) throw new Error(`quantile: p must be in [0, 1], got ${p}`);
  if (values.length === 0) throw new Error('quantile: at least one number is needed, got none');
  const sorted = Float64Array.from(values).sort();
  if (Number.isNaN(sorted[sorted.length - 1]))
    throw new Error('quantile: NaN has no place in an order, got one');
  const at = p * (sorted.length - 1);
  const below = Math.floor(at);
  const part = at - below;
  return part === 0 ? sorted[below] : (1 - part) * sorted[below] + part * sorted[below + 1];
}
