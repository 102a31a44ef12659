import type { TransportTree } from './transportTree';

/**
 * Cuts the branch of `leaving` off, turns it so that `top` is its top, and hangs it below `above`. The order of the nodes,
 * in which a branch is one run, is mended along the way from `top` to `leaving` only (the thread index of Barr,
 * Glover and Klingman, INFOR 17, 1979).
 *
 * @param mass on the arc between `top` and `above`
 * @param join where the ways from `above` and from `leaving` to the root meet
 */
export function rehang(
  tree: TransportTree,
  top: number,
  above: number,
  leaving: number,
  mass: number,
  join: number,
): void {
  const { parent, next, previous, last, size } = tree;
  const link = (a: number, b: number) => {
    next[a] = b;
    previous[b] = a;
  };
  const whole = size[leaving];
  const [oldAbove, oldLast] = [parent[leaving], last[leaving]];
  for (let node = oldAbove; node !== join; node = parent[node]) size[node] -= whole;
  for (let node = above; node !== join; node = parent[node]) size[node] += whole;

  // The new run is the branch of `top`, then what its old parent has besides, and so on up to `leaving`.
  let end = last[top]; // of the new run so far
  let before = previous[top]; // the neighbours of the part of the old run that has been used
  let after = next[end];
  for (let node = top; node !== leaving; node = parent[node]) {
    const up = parent[node];
    const beforeUp = previous[up];
    link(end, up);
    if (last[up] === last[node]) end = before;
    else {
      const afterUp = next[last[up]];
      link(before, after);
      end = last[up];
      after = afterUp;
    }
    before = beforeUp;
  }
  link(before, after);
  for (let node = oldAbove; node >= 0 && last[node] === oldLast; node = parent[node]) last[node] = before;
  link(end, next[above]);
  link(above, top);
  for (let node = above; node >= 0 && last[node] === above; node = parent[node]) last[node] = end;
  turn(tree, top, above, leaving, mass, end);
}

/** Gives the nodes from `top` to `leaving` their new parents, flows, sizes and last nodes. */
function turn(
  { parent, flow, last, size }: TransportTree,
  top: number,
  above: number,
  leaving: number,
  mass: number,
  end: number,
): void {
  const whole = size[leaving];
  for (let node = top, up = above, carried = mass, below = 0; ; ) {
    const [oldParent, oldFlow, oldSize] = [parent[node], flow[node], size[node]];
    parent[node] = up;
    flow[node] = carried;
    size[node] = whole - below; // what used to hang above it is now below, and the other way round
    last[node] = end;
    if (node === leaving) return;
    below = oldSize;
    up = node;
    node = oldParent;
    carried = oldFlow;
  }
}
