import type { Initialiser } from './initialisers';

/** What `dcganGenerator` and `dcganCritic` have in common. */
export interface DcganOptions {
  /** Side of the square images: 28 for MNIST, 32 for CIFAR-10. */
  size: number;
  /** 1 (grey) or 3 (red, green, blue). */
  channels: number;
  /**
   * Filters of each convolution, the one at the image first. [d, 2 d, 4 d] in the released WGAN-GP code, where d is 64 (MNIST) or 128
   * (CIFAR-10); [d, d, d] is the constant number of Wasserstein GAN, Figure 6.
   */
  filters: readonly number[];
  /** Side of the filters; 5 in the WGAN-GP code, 4 in the WGAN code. */
  kernel?: number;
  initialiser?: Initialiser;
}

/**
 * The side of the image, and after each convolution.
 *
 * @throws Error when a number is no integer >= 1, or the images are too small for so many halvings
 */
export function sidesOf(name: string, { size, channels, filters, kernel = 5 }: DcganOptions): number[] {
  checkWhole(name, { size, channels, kernel });
  if (filters.length === 0) throw new Error(`${name}: filters must hold at least one number, got []`);
  filters.forEach((count, i) => {
    checkWhole(name, { [`filters[${i}]`]: count });
  });
  if (size < 2 ** filters.length)
    throw new Error(
      `${name}: images of ${size} x ${size} can be halved fewer than ${filters.length} times; give fewer filters`,
    );
  return [0, ...filters].map((_, i) => Math.ceil(size / 2 ** i));
}

/** @throws Error naming the first that is no integer >= 1 */
export function checkWhole(name: string, numbers: Record<string, number>): void {
  for (const [what, value] of Object.entries(numbers))
    if (!Number.isSafeInteger(value) || value < 1)
      throw new Error(`${name}: ${what} must be an integer >= 1, got ${value}`);
}
