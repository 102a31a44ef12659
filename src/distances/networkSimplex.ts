import { type ArcList, addArc, nearestArcs, thinArcs } from './arcList';
import type { GroundCost } from './groundCost';
import { pivot } from './pivot';
import { startingTree } from './startingTree';
import { settle, type TransportTree } from './transportTree';

const near = 10; // arcs of each row and each column to begin with; 5 and 20 are as fast
const turns = 4; // pivots from one block at most; 8 from blocks of twice the size are as fast
const crowded = 64; // arcs per node on the list before it is thinned

/** Arcs that may enter. */
interface Candidates {
  arcs: Int32Array;
  size: number;
}

/**
 * An optimal spanning tree of the transportation problem min sum_ij P_ij cost(i, j) over P >= 0 with row sums `supply`
 * and column sums `demand`, by the primal network simplex on strongly feasible trees: Ahuja, Magnanti and Orlin,
 * Network Flows (1993), section 11.6. It works on a short list of arcs, the nearest ones first, and looks through all
 * n m of them only when the list has no better one, to put those that are on it: Gottschlich and Schuhmacher, PLOS ONE 9
 * (2014). The list is scanned block by block; of the arcs of negative reduced cost in a block the best enters, then
 * the best of those that still have one, a few times: a candidate list (Ahuja, Magnanti and Orlin, section 11.5). Memory O(n + m); each cost is computed about five to ten times, not stored.
 *
 * An arc is better when its reduced cost is below zero by more than rounding can explain. With exact flows each pivot then
 * gains, so that no tree returns. At first that is 1e-14 of the arc's own cost and potentials, which is fine enough for
 * near points beside far outliers; but their potentials may come by way of the outliers and be rounded more. So when
 * the search gets long, it is 1e-14 of the largest number in the tree, then tenfold after every `patience`
 * pivots, up to 1e-10, and then an error is thrown.
 *
 * @param supply [n] whole numbers >= 0
 * @param demand [m] whole numbers >= 0 with the same sum, > 0 and at most 2^53
 */
export function networkSimplex(
  cost: GroundCost,
  supply: Float64Array,
  demand: Float64Array,
  patience: number = 200 * (supply.length + demand.length) + 10_000,
): TransportTree {
  const n = supply.length;
  const m = demand.length;
  const arcs = nearestArcs(cost, supply, demand, near);
  const tree = startingTree(cost, supply, demand, arcs);
  const { level } = tree;
  const price = level.subarray(n); // of the columns
  for (let j = 0; j < m; j++) if (demand[j] === 0) price[j] = Infinity; // passed over
  const piece = Math.max(8, Math.ceil((n * m) / (8 * (n + m)))); // of a row, from which one arc is listed
  let tolerance = 1e-14;
  let pivots = 0;
  let rounds = 0;
  let largest = settle(tree, cost);
  let cursor = 0; // where the next block of the list begins
  do {
    improve();
    rounds++;
    largest = settle(tree, cost);
    if (arcs.length > crowded * (n + m)) {
      thinArcs(arcs, reducedCost);
      cursor = 0;
    }
  } while (listBetterArcs());
  return tree;

  function reducedCost(arc: number): number {
    return arcs.cost[arc] - level[arcs.row[arc]] + price[arcs.column[arc]];
  }

  function isBetter(reduced: number, c: number, i: number, j: number): boolean {
    const isEarly = pivots < 10 * (n + m) && rounds < 20;
    const scale = isEarly ? Math.abs(c) + Math.abs(level[i]) + Math.abs(price[j]) : largest;
    return reduced < -tolerance * scale;
  }

  /** Pivots until the list has no better arc. */
  function improve(): void {
    const { length } = arcs;
    const block = Math.max(10, Math.ceil(Math.sqrt(length)));
    const candidates = { arcs: new Int32Array(block), size: 0 };
    for (let scanned = 0; scanned < length; ) {
      const count = Math.min(block, length - scanned);
      negativeArcs(arcs, tree, cursor, count, candidates);
      cursor = (cursor + count) % length;
      scanned += count;
      for (let turn = 0; turn < turns && candidates.size > 0; turn++) {
        const entering = bestOf(candidates);
        if (entering < 0) break;
        pivot(tree, arcs.row[entering], arcs.column[entering], reducedCost(entering));
        scanned = 0;
        if (++pivots % (n + m) === 0) largest = settle(tree, cost);
        if (pivots % patience === 0) tolerance *= 10;
        if (tolerance > 2e-10)
          throw new Error(
            `an optimum was expected within ${5 * patience} pivots, got none for ${n} x ${m} masses`,
          );
      }
    }
  }

  /** The best of the candidates, or -1; those that have no negative reduced cost any more are dropped. */
  function bestOf(candidates: Candidates): number {
    const { row, column, cost: costs } = arcs;
    let best = 0;
    let entering = -1;
    let kept = 0;
    for (let k = 0; k < candidates.size; k++) {
      const arc = candidates.arcs[k];
      const i = row[arc];
      const j = column[arc];
      const reduced = costs[arc] - level[i] + price[j];
      if (reduced >= 0) continue;
      candidates.arcs[kept++] = arc;
      if (reduced >= best || !isBetter(reduced, costs[arc], i, j)) continue;
      best = reduced;
      entering = arc;
    }
    candidates.size = kept;
    return entering;
  }

  /** Puts the best of the better arcs of each piece of a row on the list; false when there are none: then the tree is optimal. */
  function listBetterArcs(): boolean {
    const before = arcs.length;
    for (let i = 0; i < n; i++) {
      if (supply[i] === 0) continue;
      for (let from = 0; from < m; from += piece) {
        const j = cost.cheapest(i, from, Math.min(m, from + piece), price, level[i]);
        if (j < 0) continue;
        const c = cost.at(i, j);
        if (isBetter(c - level[i] + price[j], c, i, j)) addArc(arcs, i, j, c);
      }
    }
    return arcs.length > before;
  }
}

/** Makes those arcs among `count` the candidates, from `start` on and round the end, that have a negative reduced cost. */
function negativeArcs(
  { length, row, column, cost }: ArcList,
  { rows, level }: TransportTree,
  start: number,
  count: number,
  candidates: Candidates,
): void {
  let size = 0;
  for (let k = 0, arc = start; k < count; k++) {
    if (cost[arc] - level[row[arc]] + level[rows + column[arc]] < 0) candidates.arcs[size++] = arc;
    if (++arc === length) arc = 0;
  }
  candidates.size = size;
}
