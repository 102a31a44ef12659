import type { Distribution } from '../distributions/distribution';
import { weightedIndex } from '../distributions/weightedIndex';

/**
 * The mixture of generators: a point comes from generator i with probability weights[i]. Unlike `mixture` it lets each draw
 * all of its points in one batch.
 *
 * @param weights >= 0; they are divided by their sum, which 32-bit weights miss 1 by
 */
export function generatedMixture(
  generators: readonly Distribution[],
  weights: ArrayLike<number>,
): Distribution {
  const total = Array.from(weights).reduce((sum, weight) => sum + weight, 0);
  const { dim } = generators[0];
  return {
    name: `mixture of ${generators.length}, ${generators[0].name}`,
    dim,
    sample: (n, stream) => {
      const choice = stream.split('generator');
      const chosen = Array.from({ length: n }, () => weightedIndex(weights, total * choice.uniform()));
      const out = new Float64Array(n * dim);
      generators.forEach((generator, i) => {
        const places = chosen.flatMap((which, k) => (which === i ? [k] : []));
        if (places.length === 0) return;
        const points = generator.sample(places.length, stream.split('points').split(i));
        places.forEach((place, k) => void out.set(points.subarray(k * dim, (k + 1) * dim), place * dim));
      });
      return out;
    },
  };
}
