import { certifiedValue } from './certifiedValue';
import { gameProgram } from './gameProgram';
import { type Payoff, payoffEnds } from './payoff';

/** The solution of a finite zero-sum game. */
export interface MatrixGame {
  /** v = max_x min_y x^T A y = min_y max_x x^T A y, within `gap`. */
  value: number;
  /** An optimal mixed strategy x of the row player, who maximises: [m]. */
  row: Float64Array;
  /** An optimal mixed strategy y of the column player, who minimises: [n]. */
  column: Float64Array;
  /** The certificate: max_i (A y)_i - min_j (x^T A)_j, the sum of what both sides could still gain. */
  gap: number;
  /** R, largest minus smallest payoff: what the gap is to be compared with. */
  range: number;
}

/**
 * Value and optimal mixed strategies of the zero-sum game in which the row player chooses probabilities x and *maximises* x^T A y,
 * and the column player chooses y and minimises it. Both come from one linear program,
 *
 * minimise v  subject to  (A y)_i <= v for all i,  sum_j y_j = 1,  y >= 0,
 *
 * whose dual variables are x; HiGHS solves it. Nothing is taken on trust: x and y are clipped at 0, divided by their sum and played
 * against their best replies, and by duality v lies between what these leave. Where optimal strategies are not
 * unique, one of them is returned.
 *
 * von Neumann, Zur Theorie der Gesellschaftsspiele (1928); Dantzig, A proof of the equivalence of the programming problem
 * and the game problem (1951).
 *
 * @param payoff A, [m][n], in any unit
 * @throws Error when the payoff is empty, ragged or not finite, its range overflows, or the gap exceeds 1e-6 times its range
 */
export async function matrixGame(payoff: Payoff): Promise<MatrixGame> {
  const [low, high] = payoffEnds('matrixGame', payoff);
  const range = high - low;
  if (!Number.isFinite(range))
    throw new Error(`matrixGame: payoffs must have a finite range, got ${low} to ${high}`);
  // In units of the range, so that the solver's tolerances mean the same in every game.
  const scaled = payoff.map((row) => Float64Array.from(row, (paid) => (paid - low) / (range || 1)));
  const { row, column } = await gameProgram(scaled);
  const { value, gap } = certifiedValue(scaled, { row, column });
  return { value: low + range * value, row, column, gap: range * gap, range };
}
