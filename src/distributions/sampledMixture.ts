import { checkProbabilities } from '../distances/probabilities';
import type { Stream } from '../rng/stream';
import { checkCount } from './check';

/**
 * The uniform mixture of `size` components that are drawn independently from a mixture, with repetition: how often each was
 * drawn, divided by `size`. As a mixed strategy it is a small one that plays nearly as well as the one it was drawn from
 * (Lipton and Young, Simple strategies for large zero-sum games with applications to complexity theory, 1994).
 *
 * @param weights of the mixture, [n], probabilities
 * @param size T, the number of draws
 * @param stream what to draw from
 * @returns the new weights, [n], multiples of 1 / T
 * @throws Error when the weights are no probabilities or size is no integer >= 1
 */
export function sampledMixture(weights: ArrayLike<number>, size: number, stream: Stream): Float64Array {
  checkProbabilities('sampledMixture: weights', weights);
  checkCount('sampledMixture', size);
  const upTo = new Float64Array(weights.length); // upTo[k] = w_0 + ... + w_k
  for (let k = 0; k < weights.length; k++) upTo[k] = (upTo[k - 1] ?? 0) + weights[k];
  const total = upTo[upTo.length - 1];
  const counts = new Float64Array(weights.length);
  for (let t = 0; t < size; t++) counts[indexAbove(upTo, total * stream.uniform())]++;
  return counts.map((count) => count / size);
}

/** The first index at which the increasing values exceed u, by bisection: a component of weight 0 is never it. */
function indexAbove(values: Float64Array, u: number): number {
  let [low, high] = [0, values.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] > u) high = middle;
    else low = middle + 1;
  }
  return low;
}
