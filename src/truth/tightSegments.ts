import type { CoupledPairs } from '../distances/coupledPairs';
import type { LipschitzOptimum } from './lipschitzOptimum';

/**
 * The segments along which an optimal critic of a Lipschitz GAN rises with its full slope k, for {@link
 * alongSegments}: from y, the lower end of a tight pair, to x, its upper end, with the pair's flow as mass. Pairs
 * without flow, tight by chance, are left out.
 *
 * @param optimum of `lipschitzOptimum`
 */
export function tightSegments({
  dim,
  atoms,
  tightPairs,
}: Pick<LipschitzOptimum, 'dim' | 'atoms' | 'tightPairs'>): CoupledPairs {
  const most = tightPairs.reduce((largest, { flow }) => Math.max(largest, flow), 0);
  const carrying = tightPairs.filter(({ flow }) => flow > 1e-6 * most);
  const ends = (end: 'low' | 'high') =>
    Float64Array.from(carrying.flatMap((pair) => [...atoms[pair[end]].point]));
  return {
    dim,
    x: ends('high'),
    y: ends('low'),
    masses: Float64Array.from(carrying, ({ flow }) => flow),
    lengths: Float64Array.from(carrying, ({ length }) => length),
  };
}
