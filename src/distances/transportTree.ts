import type { GroundCost } from './groundCost';

/**
 * A spanning tree of rows (nodes 0 … n - 1) and columns (nodes n … n + m - 1) with the flow and the potentials that it
 * fixes. Its arcs go from rows to columns, each between a node and its parent. The tree is kept *strongly feasible*: an
 * arc that carries nothing leads towards the root (Cunningham, Mathematical Programming 11, 1976). That is
 * what keeps a degenerate problem from cycling.
 */
export interface TransportTree {
  rows: number;
  root: number;
  /** -1 at the root and at nodes outside the tree, as in the three after it. */
  parent: Int32Array;
  firstChild: Int32Array;
  next: Int32Array; // sibling
  previous: Int32Array; // sibling
  /** Nodes of the branch that begins at a node, itself included. */
  size: Int32Array;
  /** Of the arc between a node and its parent, in whole units of mass, so that sums and differences are exact. */
  flow: Float64Array;
  /** Row i: its potential. Column j: minus its potential, so that the reduced cost is cost - level[i] + level[n + j]. */
  level: Float64Array;
}

/** A tree that is nothing but its root yet. */
export function bareTree(rows: number, columns: number, root: number): TransportTree {
  const nowhere = () => new Int32Array(rows + columns).fill(-1);
  return {
    rows,
    root,
    parent: nowhere(),
    firstChild: nowhere(),
    next: nowhere(),
    previous: nowhere(),
    size: new Int32Array(rows + columns).fill(1),
    flow: new Float64Array(rows + columns),
    level: new Float64Array(rows + columns),
  };
}

/** Hangs a node, with the branch below it, under `up`; sizes further up are left to the caller. */
export function hang(tree: TransportTree, node: number, up: number, mass: number): void {
  const { parent, firstChild, next, previous, flow } = tree;
  const sibling = firstChild[up];
  parent[node] = up;
  next[node] = sibling;
  previous[node] = -1;
  if (sibling >= 0) previous[sibling] = node;
  firstChild[up] = node;
  flow[node] = mass;
}

/** Takes a node, with the branch below it, from its parent; sizes further up are left to the caller. */
export function unhang({ parent, firstChild, next, previous }: TransportTree, node: number): void {
  if (previous[node] >= 0) next[previous[node]] = next[node];
  else firstChild[parent[node]] = next[node];
  if (next[node] >= 0) previous[next[node]] = previous[node];
}

/** The nodes of the tree, each after its parent. */
export function fromTheRoot({ root, firstChild, next, size }: TransportTree): Int32Array {
  const order = new Int32Array(size[root]);
  order[0] = root;
  for (let k = 0, filled = 1; k < order.length; k++)
    for (let node = firstChild[order[k]]; node >= 0; node = next[node]) order[filled++] = node;
  return order;
}

/**
 * Computes the potentials anew from the root, which has 0: what rounding has added up over many pivots is forgotten.
 *
 * @returns the size of the largest cost or potential in the tree
 */
export function settle(tree: TransportTree, cost: GroundCost): number {
  const { rows, root, parent, level } = tree;
  let largest = 0;
  level[root] = 0;
  for (const node of fromTheRoot(tree).subarray(1)) {
    const up = parent[node];
    const c = node < rows ? cost.at(node, up - rows) : cost.at(up, node - rows);
    level[node] = node < rows ? level[up] + c : level[up] - c;
    largest = Math.max(largest, Math.abs(c), Math.abs(level[node]));
  }
  return largest;
}
