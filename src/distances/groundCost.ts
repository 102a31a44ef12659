import type { Numbers } from './probabilities';

const largest = 1e300; // sums of costs along a path must not overflow

/** What it costs to move one unit of mass from row i to column j, computed when asked for. */
export interface GroundCost {
  /** The cost from row i to column j. */
  at(i: number, j: number): number;
  /**
   * The column j in from <= j < to with the smallest at(i, j) + price[j], if that is below `bound` to rounding; else
   * -1. Columns of price Infinity are passed over.
   */
  cheapest(i: number, from: number, to: number, price: Float64Array, bound: number): number;
}

/** A ground cost of any sign. */
export function groundCost(at: (i: number, j: number) => number): GroundCost {
  return {
    at,
    cheapest(i, from, to, price, bound) {
      let found = -1;
      for (let j = from; j < to; j++) {
        const value = at(i, j) + price[j];
        if (value < bound) {
          bound = value;
          found = j;
        }
      }
      return found;
    },
  };
}

const fewEntries = 2 ** 22; // 34 MB

/**
 * The same costs, computed once and kept where there are no more than four million of them; for costs that take longer to compute
 * than to look up.
 */
export function remembered(cost: GroundCost, n: number, m: number): GroundCost {
  if (n * m > fewEntries) return cost;
  const entries = new Float64Array(n * m);
  for (let i = 0, k = 0; i < n; i++) for (let j = 0; j < m; j++) entries[k++] = cost.at(i, j);
  return matrixCost(entries, m);
}

function matrixCost(entries: Numbers, m: number): GroundCost {
  return {
    at: (i, j) => entries[i * m + j],
    cheapest(i, from, to, price, bound) {
      let found = -1;
      for (let j = from, k = i * m + from; j < to; j++, k++) {
        const value = entries[k] + price[j];
        if (value < bound) {
          bound = value;
          found = j;
        }
      }
      return found;
    },
  };
}

/**
 * The costs of a matrix, row after row, or of a function.
 *
 * @throws Error when the matrix is not [n, m] or holds a cost that is not finite or beyond 1e300; such a cost of a function is noticed
 * when it is computed
 */
export function givenCost(
  cost: Numbers | ((i: number, j: number) => number),
  n: number,
  m: number,
): GroundCost {
  const check = (value: number, i: number, j: number) => {
    if (!(Math.abs(value) <= largest))
      throw new Error(`cost(${i}, ${j}) must be finite and at most ${largest} in size, got ${value}`);
    return value;
  };
  if (typeof cost === 'function') return groundCost((i, j) => check(cost(i, j), i, j));
  if (cost.length !== n * m)
    throw new Error(`cost must hold ${n} x ${m} = ${n * m} numbers, got ${cost.length}`);
  for (let k = 0; k < cost.length; k++) check(cost[k], Math.floor(k / m), k % m);
  return matrixCost(cost, m);
}
