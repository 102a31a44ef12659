import { checkPositive } from './check';
import { type EqualGaussians, equalGaussians } from './equalGaussians';

/** Parameters of {@link ringOfGaussians}. */
export interface RingOptions {
  modes?: number;
  radius?: number;
  std?: number;
}

/**
 * The "8 Gaussians": equal Gaussians at radius (cos 2 pi k / modes, sin 2 pi k / modes) in the plane.
 *
 * The defaults are those of the released toy script of Improved Training of WGANs: centres at radius 2 and std 0.02,
 * all divided by 1.414 (gan_toy.py).
 *
 * @throws Error when modes is no integer >= 1, or radius or std is not > 0
 */
export function ringOfGaussians({
  modes = 8,
  radius = 2 / 1.414,
  std = 0.02 / 1.414,
}: RingOptions = {}): EqualGaussians {
  if (!Number.isSafeInteger(modes) || modes < 1)
    throw new Error(`ringOfGaussians: modes must be an integer >= 1, got ${modes}`);
  checkPositive('ringOfGaussians', 'radius', radius);
  const centres = Array.from({ length: modes }, (_, k) => {
    const angle = (2 * Math.PI * k) / modes;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  return equalGaussians(centres, std);
}
