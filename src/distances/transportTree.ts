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
  /** -1 at the root and at nodes outside the tree. */
  parent: Int32Array;
  /** The node after a node in an order in which each branch is one run that begins with its top; a ring of all nodes. */
  next: Int32Array;
  previous: Int32Array;
  /** The last node of the branch that begins at a node. */
  last: Int32Array;
  /** Nodes of the branch that begins at a node, itself included. */
  size: Int32Array;
  /** Of the arc between a node and its parent, in whole units of mass, so that sums and differences are exact. */
  flow: Float64Array;
  /** Row i: its potential. Column j: minus its potential, so that the reduced cost is cost - level[i] + level[n + j]. */
  level: Float64Array;
}

/**
 * The tree with the given parents and flows; potentials are left to `settle`.
 *
 * @param parent [n + m], -1 at the root and at nodes outside the tree
 * @param flow [n + m], of the arc between a node and its parent
 */
export function transportTree(
  rows: number,
  root: number,
  parent: Int32Array,
  flow: Float64Array,
): TransportTree {
  const nodes = parent.length;
  const next = new Int32Array(nodes).fill(-1);
  const previous = new Int32Array(nodes).fill(-1);
  const last = Int32Array.from(parent.keys());
  const size = new Int32Array(nodes).fill(1);
  const tree = { rows, root, parent, next, previous, last, size, flow, level: new Float64Array(nodes) };
  const order = parentsFirst(root, parent);
  const link = (a: number, b: number) => {
    next[a] = b;
    previous[b] = a;
  };
  for (const node of order.toReversed()) {
    const up = parent[node];
    if (up < 0) continue;
    size[up] += size[node];
    const rest = last[up] === up ? -1 : next[up]; // branches are put before those that hang there already
    link(up, node);
    if (rest >= 0) link(last[node], rest);
    else last[up] = last[node];
  }
  link(last[root], root);
  return tree;
}

/** Nodes of the tree, each after its parent. */
function parentsFirst(root: number, parent: Int32Array): Int32Array {
  const firstChild = new Int32Array(parent.length).fill(-1);
  const sibling = new Int32Array(parent.length).fill(-1);
  parent.forEach((up, node) => {
    if (up < 0) return;
    sibling[node] = firstChild[up];
    firstChild[up] = node;
  });
  const order = [root];
  for (let k = 0; k < order.length; k++)
    for (let node = firstChild[order[k]]; node >= 0; node = sibling[node]) order.push(node);
  return Int32Array.from(order);
}

/** The nodes of the tree, each after its parent. */
export function fromTheRoot({ root, next, size }: TransportTree): Int32Array {
  const order = new Int32Array(size[root]);
  for (let k = 0, node = root; k < order.length; k++, node = next[node]) order[k] = node;
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
