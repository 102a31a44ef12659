import { exploitability } from './exploitability';
import type { Payoff } from './payoff';

/** Largest gap that is let pass, as a share of the payoff's range. */
const tolerance = 1e-6;

/**
 * The value of a zero-sum game from strategies that may or may not be optimal: it lies between what they leave,
 * min_j (x^T A)_j <= v <= max_i (A y)_i, and is taken in the middle.
 *
 * @param payoff A, [m][n], with range 1 (or 0)
 * @param strategies x, [m], and y, [n]
 * @throws Error when a strategy is no vector of probabilities, or the two bounds are more than 1e-6 apart
 */
export function certifiedValue(
  payoff: Payoff,
  { row, column }: { row: ArrayLike<number>; column: ArrayLike<number> },
): { value: number; gap: number } {
  const { value, columnGain, gap } = exploitability(payoff, row, column);
  if (!(gap <= tolerance))
    throw new Error(
      `matrixGame: the strategies must be optimal within ${tolerance} of the payoff's range, got ${gap}`,
    );
  return { value: value - columnGain + gap / 2, gap };
}
