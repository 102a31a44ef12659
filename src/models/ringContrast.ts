import { mean } from '../statistics/means';
import type { PlainCritic } from './slopes';

/** The ring of {@link ringContrast}: the same letters as those of `ringOfGaussians`. */
export interface RingContrastOptions {
  modes?: number;
  radius?: number;
}

/**
 * How much a critic tells the modes of a ring from the gaps between them: the mean of f at the centres, minus the mean at the
 * angles halfway between them at the same radius. A function of the radius alone has none; no K-Lipschitz function has
 * more than K times their distance, 2 radius sin(pi / (2 modes)). In units of f: divide by a slope to compare critics.
 *
 * The defaults are those of `ringOfGaussians`.
 *
 * @throws Error when modes is no integer >= 2, radius is not > 0, or the critic is not on the plane
 */
export function ringContrast(
  critic: Pick<PlainCritic, 'dim' | 'values'>,
  { modes = 8, radius = 2 / 1.414 }: RingContrastOptions = {},
): number {
  if (!Number.isSafeInteger(modes) || modes < 2)
    throw new Error(`ringContrast: modes must be an integer >= 2, got ${modes}`);
  if (!(radius > 0 && radius < Infinity))
    throw new Error(`ringContrast: radius must be finite and > 0, got ${radius}`);
  if (critic.dim !== 2)
    throw new Error(`ringContrast: the critic must be on the plane, got dim ${critic.dim}`);
  const around = (offset: number) =>
    Array.from({ length: modes }, (_, k) => (2 * Math.PI * (k + offset)) / modes).flatMap((angle) => [
      radius * Math.cos(angle),
      radius * Math.sin(angle),
    ]);
  return mean(critic.values(around(0))) - mean(critic.values(around(0.5)));
}
