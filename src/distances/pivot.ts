import { hang, type TransportTree, unhang } from './transportTree';

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

/** Cuts the branch of `leaving` off, turns it so that `top` is its top, and hangs it below `above`. */
function rehang(
  tree: TransportTree,
  top: number,
  above: number,
  leaving: number,
  mass: number,
  join: number,
): void {
  const { parent, size, flow } = tree;
  const whole = size[leaving];
  for (let node = parent[leaving]; node !== join; node = parent[node]) size[node] -= whole;
  for (let node = above; node !== join; node = parent[node]) size[node] += whole;
  for (let node = top, up = above, carried = mass, below = 0; ; ) {
    const oldParent = parent[node];
    const oldFlow = flow[node];
    const oldSize = size[node];
    unhang(tree, node);
    hang(tree, node, up, carried);
    size[node] = whole - below; // what used to hang above it is now below, and the other way round
    if (node === leaving) return;
    below = oldSize;
    up = node;
    node = oldParent;
    carried = oldFlow;
  }
}

/** Adds `by` to the levels of a branch, or takes it from those of all other nodes if they are fewer: the same to a constant. */
function lift({ root, parent, firstChild, next, size, level }: TransportTree, top: number, by: number): void {
  const inside = 2 * size[top] <= size[root];
  const start = inside ? top : root;
  const except = inside ? -1 : top;
  const step = inside ? by : -by;
  let node = start;
  for (;;) {
    let below = -1;
    if (node !== except) {
      level[node] += step;
      below = firstChild[node];
    }
    while (below < 0 && node !== start) {
      below = next[node];
      if (below < 0) node = parent[node];
    }
    if (below < 0) return;
    node = below;
  }
}
