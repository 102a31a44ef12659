import { rehang } from './rehang';
import type { TransportTree } from './transportTree';

/**
 * Brings the arc from row i to column j into the tree: mass is sent round the cycle that it closes until an arc runs
 * empty, and that one leaves. Of several the last one leaves, along the cycle from its node nearest the root in the
 * direction of the new arc: so the tree stays strongly feasible (Cunningham 1976).
 *
 * @param reducedCost of the new arc, < 0
 */
export function pivot(tree: TransportTree, i: number, j: number, reducedCost: number): void {
  const { rows, parent, flow } = tree;
  const column = rows + j;
  const join = meeting(tree, i, column);
  let moved = Infinity;
  let leaving = -1;
  let rowSide = true;
  for (let node = i; node !== join; node = parent[node])
    if (node < rows && flow[node] < moved) {
      moved = flow[node];
      leaving = node;
    }
  for (let node = column; node !== join; node = parent[node])
    if (node >= rows && flow[node] <= moved) {
      moved = flow[node];
      leaving = node;
      rowSide = false;
    }
  if (moved > 0) {
    for (let node = i; node !== join; node = parent[node]) flow[node] += node < rows ? -moved : moved;
    for (let node = column; node !== join; node = parent[node]) flow[node] += node < rows ? moved : -moved;
  }
  const [top, above] = rowSide ? [i, column] : [column, i];
  rehang(tree, top, above, leaving, moved, join);
  lift(tree, top, rowSide ? reducedCost : -reducedCost);
}

/** Where the ways from two nodes to the root meet: a branch that holds both has to be the larger one. */
function meeting({ parent, size }: TransportTree, a: number, b: number): number {
  while (a !== b) {
    if (size[a] < size[b]) a = parent[a];
    else if (size[b] < size[a]) b = parent[b];
    else {
      a = parent[a];
      b = parent[b];
    }
  }
  return a;
}

/** Adds `by` to the levels of a branch, or takes it from those of all other nodes if they are fewer: the same to a constant. */
function lift({ root, next, last, size, level }: TransportTree, top: number, by: number): void {
  const inside = 2 * size[top] <= size[root];
  const step = inside ? by : -by;
  let node = inside ? top : next[last[top]];
  for (let count = inside ? size[top] : size[root] - size[top]; count > 0; count--) {
    level[node] += step;
    node = next[node];
  }
}
