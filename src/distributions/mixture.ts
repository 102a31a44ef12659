import { checkCount } from './check';
import type { Continuous, Distribution } from './distribution';
import { logSumExp } from './logSumExp';
import { weightedIndex } from './weightedIndex';

/** One part of a mixture. */
export interface Component<Law extends Distribution = Continuous> {
  weight: number;
  distribution: Law;
}

/**
 * The mixture sum_k weight_k distribution_k: a point is drawn from component k with probability weight_k. It has a density
 * when all of its components have one.
 *
 * @param components all of one dimension; the weights must be >= 0 and sum to 1
 * @throws Error otherwise
 */
export function mixture(components: readonly Component[], name?: string): Continuous;
export function mixture(components: readonly Component<Distribution>[], name?: string): Distribution;
export function mixture(
  components: readonly Component<Distribution>[],
  name = `mixture of ${components.length}`,
): Distribution {
  if (components.length === 0) throw new Error('mixture: at least one component is needed, got none');
  const dim = components[0].distribution.dim;
  for (const { distribution, weight } of components) {
    if (distribution.dim !== dim)
      throw new Error(`mixture: all components must have dimension ${dim}, got ${distribution.dim}`);
    if (!(weight >= 0)) throw new Error(`mixture: weights must be >= 0, got ${weight}`);
  }
  const total = components.reduce((sum, c) => sum + c.weight, 0);
  if (Math.abs(total - 1) > 1e-9) throw new Error(`mixture: weights must sum to 1, got ${total}`);
  const weights = components.map((c) => c.weight);
  const law: Distribution = {
    name,
    dim,
    sample: (n, stream) => {
      checkCount('mixture', n);
      const out = new Float64Array(n * dim);
      for (let i = 0; i < n; i++) {
        const { distribution } = components[weightedIndex(weights, stream.uniform())];
        out.set(distribution.sample(1, stream), i * dim);
      }
      return out;
    },
  };
  return components.every(hasDensity) ? { ...law, ...densities(components) } : law;
}

function hasDensity(component: Component<Distribution>): component is Component {
  return 'logDensity' in component.distribution;
}

function densities(components: readonly Component[]): Pick<Continuous, 'density' | 'logDensity'> {
  const logDensity = (x: number | ArrayLike<number>) =>
    logSumExp(components.map((c) => Math.log(c.weight) + c.distribution.logDensity(x)));
  return { density: (x) => Math.exp(logDensity(x)), logDensity };
}
