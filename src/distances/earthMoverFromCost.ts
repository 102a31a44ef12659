import { givenCost } from './groundCost';
import { checkedTotal, checkMemory, checkSameTotal } from './masses';
import type { Numbers } from './probabilities';
import { type Transport, transport } from './transport';

/**
 * Exact optimal transport for any costs: min sum_ij P_ij cost(i, j) over P >= 0 with row sums a and column sums b, by the
 * network simplex; with the plan P, which has at most n + m - 1 entries, and the dual potentials that certify it.
 *
 * Costs may be negative. A function is asked for a cost several times and must answer the same each time; its
 * values are not stored: memory is about a kilobyte for each row and column. Masses need not sum to 1.
 * Totals that differ by no more than 1e-9 of them are made equal by scaling b. Points without mass take part in the
 * potentials only.
 *
 * Ahuja, Magnanti and Orlin, Network Flows (1993), section 11.6; Peyré and Cuturi, Computational Optimal Transport
 * (2019), section 3.5.
 *
 * @param cost [n, m] flattened, row after row, or a function (i, j) => cost
 * @param a [n] masses >= 0
 * @param b [m] masses >= 0 of the same total
 * @throws Error when a cost or a mass is not finite, a mass is negative, totals differ or are 0, shapes do not match, or
 * there are more points than 8 GiB of memory would do for
 */
export function earthMoverFromCost(
  cost: Numbers | ((i: number, j: number) => number),
  a: Numbers,
  b: Numbers,
): Transport {
  checkMemory('the lengths of a and b', a.length, b.length);
  checkSameTotal('a and b', checkedTotal('a', a), checkedTotal('b', b));
  return transport(givenCost(cost, a.length, b.length), Float64Array.from(a), Float64Array.from(b));
}
