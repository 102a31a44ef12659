import type { History } from './history';

/** Looks at what was recorded so far and says whether to end the training. */
export type StoppingRule<H = History> = (history: H) => boolean;

/** Parameters of {@link plateau}. */
export interface PlateauOptions {
  /** Recorded points in each of the two windows that are compared. */
  window: number;
  /** Largest gain of the mean estimate, relative to its size, that counts as standing still. */
  tolerance: number;
}

/**
 * Stops when the mean estimate over the last `window` recorded points is less than `tolerance` (relative) above that
 * over the `window` points before.
 *
 * @throws Error when window is no integer >= 1 or tolerance is not >= 0
 */
export function plateau({ window, tolerance }: PlateauOptions): StoppingRule<Pick<History, 'estimate'>> {
  if (!Number.isSafeInteger(window) || window < 1)
    throw new Error(`plateau: window must be an integer >= 1, got ${window}`);
  if (!(tolerance >= 0)) throw new Error(`plateau: tolerance must be >= 0, got ${tolerance}`);
  return ({ estimate }) => {
    if (estimate.length < 2 * window) return false;
    const last = mean(estimate.slice(-window));
    const before = mean(estimate.slice(-2 * window, -window));
    return last - before <= tolerance * Math.abs(last);
  };
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
