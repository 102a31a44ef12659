import { type Payoff, payoffEnds } from './payoff';

/** What pure strategies can secure in a zero-sum game, and where they are in equilibrium. */
export interface PureValues {
  /** max_i min_j A_ij: what the row player can secure with one row. */
  maximin: number;
  /** The first row that secures it. */
  row: number;
  /** min_j max_i A_ij >= maximin: what the column player can secure with one column. */
  minimax: number;
  /** The first column that secures it. */
  column: number;
  /** All pure equilibria [i, j]: the saddle points. There are none if and only if maximin < minimax. */
  saddlePoints: [number, number][];
}

/**
 * The pure security levels of the zero-sum game in which the row player maximises A_ij and the column player minimises it. The
 * game's value, over mixed strategies, lies between them.
 *
 * @param payoff A, [m][n]
 * @throws Error when it is empty, ragged or not finite
 */
export function pureValues(payoff: Payoff): PureValues {
  payoffEnds('pureValues', payoff);
  const least = payoff.map((row) => Array.from(row).reduce((a, b) => Math.min(a, b)));
  const most = Array.from(payoff[0], (_, j) => payoff.reduce((a, row) => Math.max(a, row[j]), -Infinity));
  const maximin = least.reduce((a, b) => Math.max(a, b));
  const minimax = most.reduce((a, b) => Math.min(a, b));
  const saddlePoints = least.flatMap((low, i) =>
    most.flatMap((high, j): [number, number][] => (low === high ? [[i, j]] : [])),
  );
  return { maximin, row: least.indexOf(maximin), minimax, column: most.indexOf(minimax), saddlePoints };
}
