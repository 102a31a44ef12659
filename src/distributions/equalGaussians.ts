import type { Continuous } from './distribution';
import { gaussian } from './gaussian';
import { mixture } from './mixture';

/** A mixture of round Gaussians of one size and one weight, which knows its modes. */
export interface EqualGaussians extends Continuous {
  /** Where the modes are: [modes][dim]. */
  readonly centres: readonly (readonly number[])[];
  /** Standard deviation of each mode in every coordinate. */
  readonly std: number;
}

/**
 * The mixture of N(centre, std^2 I) over the centres, each with the same weight.
 *
 * @throws Error when there is no centre, their dimensions differ, or std is not > 0
 */
export function equalGaussians(
  centres: readonly (readonly number[])[],
  std: number,
  name = `${centres.length} Gaussians`,
): EqualGaussians {
  const weight = 1 / centres.length;
  const components = centres.map((mean) => ({ weight, distribution: gaussian({ mean, std }) }));
  return { ...mixture(components, name), centres, std };
}
