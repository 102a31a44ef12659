import { type Blas, findBlas } from './blas';

let found: { blas?: Blas; detail: string } | undefined;

/**
 * The system's BLAS where `GAN_FIGURES_BLAS` is `on`: it sums in an order of its own, so that numbers differ in their last
 * digits from machine to machine.
 *
 * @returns it, and in words what computes matrix products, if asked for
 * @throws Error when `GAN_FIGURES_BLAS` is neither `on` nor `off`
 */
export function wantedBlas(): { blas?: Blas; detail: string } {
  const wanted = process.env.GAN_FIGURES_BLAS || 'off';
  if (wanted !== 'on' && wanted !== 'off')
    throw new Error(`GAN_FIGURES_BLAS must be on or off, got ${wanted}`);
  if (wanted === 'off') return { detail: '' };
  found ??= look();
  return found;
}

function look(): { blas?: Blas; detail: string } {
  try {
    const blas = findBlas();
    return { blas, detail: `, matrix products by ${blas.library}` };
  } catch (error) {
    return { detail: `, without a BLAS: ${(error as Error).message}` };
  }
}
