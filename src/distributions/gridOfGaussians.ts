import { checkPositive } from './check';
import { type EqualGaussians, equalGaussians } from './equalGaussians';

/** Parameters of {@link gridOfGaussians}. */
export interface GridOptions {
  side?: number;
  spacing?: number;
  std?: number;
}

/**
 * The "25 Gaussians": equal Gaussians on a side x side grid about the origin.
 *
 * The defaults are those of the released toy script of Improved Training of WGANs: centres 2 {-2 … 2}^2 and std 0.05,
 * all divided by 2.828 (gan_toy.py).
 *
 * @throws Error when side is no integer >= 1, or spacing or std is not > 0
 */
export function gridOfGaussians({
  side = 5,
  spacing = 2 / 2.828,
  std = 0.05 / 2.828,
}: GridOptions = {}): EqualGaussians {
  if (!Number.isSafeInteger(side) || side < 1)
    throw new Error(`gridOfGaussians: side must be an integer >= 1, got ${side}`);
  checkPositive('gridOfGaussians', 'spacing', spacing);
  const at = (index: number) => (index - (side - 1) / 2) * spacing;
  const centres = Array.from({ length: side * side }, (_, k) => [at(Math.floor(k / side)), at(k % side)]);
  return equalGaussians(centres, std);
}
