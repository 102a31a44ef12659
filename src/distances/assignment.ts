/** An optimal assignment with its certificate. */
export interface Assignment {
  /** Row i is matched with column `columns[i]`. */
  columns: Int32Array;
  /** Sum of the costs of the matched pairs. */
  cost: number;
  /** Dual potentials: rowPotential[i] + columnPotential[j] <= cost(i, j), with equality on matched pairs. */
  rowPotential: Float64Array;
  columnPotential: Float64Array;
}

/**
 * The cheapest one-to-one assignment of n rows to n columns, exactly, by shortest augmenting paths
 * (Jonker and Volgenant, Computing 38, 1987). O(n^3) time, O(n) memory: the costs are not stored.
 *
 * With cost |x_i - y_j|, the cost divided by n is W1 between two sets of n equally weighted points; `earthMover` gets it
 * faster, and this is the second algorithm that it is tested against.
 *
 * @param n number of rows and of columns, an integer >= 1
 * @param cost finite cost of matching row i with column j
 * @throws Error when n is no integer >= 1 or a cost is not finite
 */
export function assignment(n: number, cost: (i: number, j: number) => number): Assignment {
  if (!Number.isSafeInteger(n) || n < 1) throw new Error(`assignment: n must be an integer >= 1, got ${n}`);
  const rowPotential = new Float64Array(n);
  const columnPotential = new Float64Array(n);
  const columnOf = new Int32Array(n).fill(-1);
  const rowOf = new Int32Array(n).fill(-1);
  for (let row = 0; row < n; row++) augment(row);
  return { columns: columnOf, cost: total(), rowPotential, columnPotential };

  /** Dijkstra in reduced costs from a free row to the nearest free column, then the matching along the path is flipped. */
  function augment(start: number): void {
    const distance = new Float64Array(n).fill(Infinity);
    const rowBefore = new Int32Array(n).fill(-1);
    const done = new Uint8Array(n);
    let row = start;
    let reached = 0;
    let end = -1;
    while (end < 0) {
      let nearest = -1;
      for (let j = 0; j < n; j++) {
        if (done[j]) continue;
        const through = reached + checked(row, j) - rowPotential[row] - columnPotential[j];
        if (through < distance[j]) {
          distance[j] = through;
          rowBefore[j] = row;
        }
        if (nearest < 0 || distance[j] < distance[nearest]) nearest = j;
      }
      done[nearest] = 1;
      reached = distance[nearest];
      if (rowOf[nearest] < 0) end = nearest;
      else row = rowOf[nearest];
    }
    rowPotential[start] += reached;
    for (let j = 0; j < n; j++) {
      if (!done[j] || j === end) continue;
      columnPotential[j] -= reached - distance[j];
      rowPotential[rowOf[j]] += reached - distance[j];
    }
    for (let j = end; j >= 0; ) {
      const i = rowBefore[j];
      const next = columnOf[i];
      columnOf[i] = j;
      rowOf[j] = i;
      j = i === start ? -1 : next;
    }
  }

  function checked(i: number, j: number): number {
    const value = cost(i, j);
    if (!Number.isFinite(value)) throw new Error(`assignment: cost(${i}, ${j}) must be finite, got ${value}`);
    return value;
  }

  function total(): number {
    return columnOf.reduce((sum, j, i) => sum + cost(i, j), 0);
  }
}
