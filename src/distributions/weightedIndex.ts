/**
 * The index whose share of [0, sum of the weights) holds u; where rounding puts u beyond them all, the last of a weight > 0.
 *
 * @param weights >= 0, not all 0
 */
export function weightedIndex(weights: ArrayLike<number>, u: number): number {
  let left = u;
  let last = 0;
  for (let k = 0; k < weights.length; k++) {
    if (left < weights[k]) return k;
    left -= weights[k];
    if (weights[k] > 0) last = k;
  }
  return last;
}
