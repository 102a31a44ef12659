import type { LipschitzLoss } from './lipschitzLosses';

/**
 * The Lipschitz constant k of the optimal critic of a Lipschitz GAN between two laws that are mirror images of each other,
 * real points at height U > 0 over the mirror, fake ones at -U. It is f*(x) = k height(x), with the k that solves
 *
 * E[U phi'(-k U)] = lambda k.
 *
 * For carrying every fake to its own image, by the mass phi'(-k U) >= 0, is a transport along which f* is as steep as it may
 * be; so the conditions of the convex program of `lipschitzOptimum` hold.
 *
 * @param heights places of U that are equally probable, e.g. the middles of many parts of an interval
 * @param lambda weight of k^2
 * @throws Error when lambda is not > 0, a height is not > 0 or there is none, or phi falls at some -k U: then f* is another
 */
export function mirrorSlope(
  loss: Pick<LipschitzLoss, 'name' | 'slope'>,
  lambda: number,
  heights: ArrayLike<number>,
): number {
  if (!(lambda > 0 && lambda < Infinity))
    throw new Error(`mirrorSlope: lambda must be positive and finite, got ${lambda}`);
  if (heights.length === 0) throw new Error('mirrorSlope: at least one height is needed, got none');
  const places = Array.from(heights);
  const wrong = places.find((u) => !(u > 0 && u < Infinity));
  if (wrong !== undefined) throw new Error(`mirrorSlope: heights must be positive and finite, got ${wrong}`);
  const pull = (k: number) => places.reduce((sum, u) => sum + u * loss.slope(-k * u), 0) / places.length;
  let low = 0;
  let high = pull(0) / lambda;
  for (let step = 0; step < 100; step++) {
    const k = (low + high) / 2;
    if (pull(k) > lambda * k) low = k;
    else high = k;
  }
  const lowest = -high * places.reduce((most, u) => Math.max(most, u));
  if (loss.slope(lowest) < 0)
    throw new Error(
      `mirrorSlope: ${loss.name} must not fall, but its slope at ${lowest} is ${loss.slope(lowest)}`,
    );
  return high;
}
