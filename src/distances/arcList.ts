import type { GroundCost } from './groundCost';

/** A growing list of arcs from rows to columns with their costs. */
export interface ArcList {
  length: number;
  row: Int32Array;
  column: Int32Array;
  cost: Float64Array;
}

/** Appends an arc. */
export function addArc(arcs: ArcList, row: number, column: number, cost: number): void {
  if (arcs.length === arcs.row.length) {
    const longer = <T extends Int32Array | Float64Array>(empty: T, old: T): T => {
      empty.set(old);
      return empty;
    };
    const capacity = 2 * arcs.length;
    arcs.row = longer(new Int32Array(capacity), arcs.row);
    arcs.column = longer(new Int32Array(capacity), arcs.column);
    arcs.cost = longer(new Float64Array(capacity), arcs.cost);
  }
  arcs.row[arcs.length] = row;
  arcs.column[arcs.length] = column;
  arcs.cost[arcs.length++] = cost;
}

/** Drops the arcs whose reduced cost, >= 0 for all of them, is above the mean. */
export function thinArcs(arcs: ArcList, reducedCost: (arc: number) => number): void {
  let sum = 0;
  for (let arc = 0; arc < arcs.length; arc++) sum += reducedCost(arc);
  const mean = sum / arcs.length;
  let kept = 0;
  for (let arc = 0; arc < arcs.length; arc++) {
    if (reducedCost(arc) > mean) continue;
    arcs.row[kept] = arcs.row[arc];
    arcs.column[kept] = arcs.column[arc];
    arcs.cost[kept++] = arcs.cost[arc];
  }
  arcs.length = kept;
}

/**
 * The arcs from each row to its k nearest columns, nearest first, row after row, then those to each column from its k
 * nearest rows: on them most optimal plans live almost wholly. Rows and columns without mass stay out.
 */
export function nearestArcs(
  cost: GroundCost,
  supply: Float64Array,
  demand: Float64Array,
  k: number,
): ArcList {
  const n = supply.length;
  const m = demand.length;
  const open = Int32Array.from(demand.keys()).filter((j) => demand[j] > 0);
  const capacity = 2 * (n + m) * k + 16;
  const arcs: ArcList = {
    length: 0,
    row: new Int32Array(capacity),
    column: new Int32Array(capacity),
    cost: new Float64Array(capacity),
  };
  const near = { cost: new Float64Array(k), index: new Int32Array(k) };
  const ofColumn = { cost: new Float64Array(m * k).fill(Infinity), index: new Int32Array(m * k) };
  const farthest = new Float64Array(m).fill(Infinity); // of the k nearest rows of a column
  for (let i = 0; i < n; i++) {
    if (supply[i] === 0) continue;
    near.cost.fill(Infinity);
    let worst = Infinity;
    for (let at = 0; at < open.length; at++) {
      const j = open[at];
      const c = cost.at(i, j);
      if (c < worst) worst = insert(near, 0, k, c, j);
      if (c < farthest[j]) farthest[j] = insert(ofColumn, j * k, k, c, i);
    }
    for (let q = 0; q < k && near.cost[q] < Infinity; q++) addArc(arcs, i, near.index[q], near.cost[q]);
  }
  for (let q = 0; q < m * k; q++)
    if (ofColumn.cost[q] < Infinity) addArc(arcs, ofColumn.index[q], Math.floor(q / k), ofColumn.cost[q]);
  return arcs;
}

/** Puts a cost into its place among the k sorted ones from `start` on, the largest falls out; the largest that stays. */
function insert(
  list: { cost: Float64Array; index: Int32Array },
  start: number,
  k: number,
  cost: number,
  index: number,
): number {
  let q = start + k - 1;
  for (; q > start && list.cost[q - 1] > cost; q--) {
    list.cost[q] = list.cost[q - 1];
    list.index[q] = list.index[q - 1];
  }
  list.cost[q] = cost;
  list.index[q] = index;
  return list.cost[start + k - 1];
}
