import type { ArcList } from './arcList';
import type { GroundCost } from './groundCost';
import { type TransportTree, transportTree } from './transportTree';

/**
 * A strongly feasible tree to start from: each row in turn sends its mass to the columns that are nearest and still
 * open. Where both would be used up the column is closed and the row goes on with nothing; the root, which
 * takes what is left, is never closed. Rows and columns without mass stay outside. Potentials are left to `settle`.
 *
 * @param arcs begins with the nearest columns of each row, sorted, row after row: to be looked at before all others
 */
export function startingTree(
  cost: GroundCost,
  supply: Float64Array,
  demand: Float64Array,
  arcs: ArcList,
): TransportTree {
  const n = supply.length;
  const m = demand.length;
  const last = demand.findLastIndex((mass) => mass > 0);
  const parent = new Int32Array(n + m).fill(-1);
  const flow = new Float64Array(n + m);
  const hang = (node: number, up: number, mass: number) => {
    parent[node] = up;
    flow[node] = mass;
  };
  const left = demand.slice();
  const price = new Float64Array(m).fill(Infinity); // 0 for open columns
  for (let j = 0; j < m; j++) if (demand[j] > 0 && j !== last) price[j] = 0;
  for (let i = 0, arc = 0; i < n; i++) {
    const nearestOpen = () => {
      for (; arc < arcs.length && arcs.row[arc] === i; arc++)
        if (price[arcs.column[arc]] === 0) return arcs.column[arc];
      return cost.cheapest(i, 0, m, price, Infinity);
    };
    if (supply[i] === 0) continue;
    let rest = supply[i];
    let j = nearestOpen();
    for (; j >= 0 && rest >= left[j]; j = nearestOpen()) {
      hang(n + j, i, left[j]);
      rest -= left[j];
      price[j] = Infinity;
    }
    if (j < 0) j = last;
    else left[j] -= rest;
    hang(i, n + j, rest);
    while (arc < arcs.length && arcs.row[arc] === i) arc++;
  }
  return transportTree(n, n + last, parent, flow);
}
