import type { GroundCost } from './groundCost';
import { networkSimplex } from './networkSimplex';
import { fromTheRoot, type TransportTree } from './transportTree';
import { sum, type WholeMasses, wholeMasses } from './wholeMasses';

/** Masses that move, one entry for each pair of points between which something moves, sorted by row, then column. */
export interface TransportPlan {
  /** `masses[k]` > 0 goes from point `rows[k]` of the first side to point `columns[k]` of the second. */
  rows: Int32Array;
  columns: Int32Array;
  masses: Float64Array;
}

/** An optimal transport with its certificate. */
export interface Transport {
  /** sum_k masses[k] cost(rows[k], columns[k]), in units of cost times units of mass. */
  distance: number;
  /** At most n + m - 1 entries. */
  plan: TransportPlan;
  /**
   * Dual potentials: potentialX[i] + potentialY[j] <= cost(i, j) everywhere, with equality where mass moves, so that
   * sum_i a_i potentialX[i] + sum_j b_j potentialY[j] = distance. Free up to a constant that one gains and the other loses.
   */
  potentialX: Float64Array; // [n]
  potentialY: Float64Array; // [m]
}

/**
 * Optimal transport between checked masses of equal totals > 0.
 *
 * @param a [n]
 * @param b [m]
 */
export function transport(cost: GroundCost, a: Float64Array, b: Float64Array): Transport {
  const whole = wholeMasses(a, b);
  const tree = networkSimplex(cost, whole.supply, whole.demand);
  const plan = planOf(tree, a, b, whole);
  let distance = 0;
  plan.masses.forEach((mass, k) => {
    distance += mass * cost.at(plan.rows[k], plan.columns[k]);
  });
  return { distance, plan, ...potentialsOf(tree, cost, a, b) };
}

function planOf(tree: TransportTree, a: Float64Array, b: Float64Array, { unit }: WholeMasses): TransportPlan {
  const { rows: n, parent, flow } = tree;
  const total = sum(a);
  const masses = unit === undefined ? branchMasses(tree, a, b) : flow.map((units) => units * unit);
  const entries: [row: number, column: number, mass: number][] = [];
  for (const node of fromTheRoot(tree).subarray(1)) {
    const [i, j] = node < n ? [node, parent[node] - n] : [parent[node], node - n];
    const mass = masses[node];
    const isRounding = mass <= 1e-15 * total && mass < Math.min(a[i], b[j]) / 2;
    if (mass > 0 && !isRounding) entries.push([i, j, mass]);
  }
  entries.sort((p, q) => p[0] - q[0] || p[1] - q[1]);
  return {
    rows: Int32Array.from(entries, (entry) => entry[0]),
    columns: Int32Array.from(entries, (entry) => entry[1]),
    masses: Float64Array.from(entries, (entry) => entry[2]),
  };
}

/** The mass on each arc, which is what the branch behind it has too much or lacks, from the masses as they were given. */
function branchMasses(tree: TransportTree, a: Float64Array, b: Float64Array): Float64Array {
  const { rows: n, root, parent } = tree;
  const share = sum(a) / sum(b);
  const net = new Float64Array(a.length + b.length).map((_, node) =>
    node < n ? a[node] : -share * b[node - n],
  );
  const masses = new Float64Array(net.length);
  for (const node of fromTheRoot(tree).reverse()) {
    if (node === root) continue;
    masses[node] = node < n ? net[node] : -net[node];
    net[parent[node]] += net[node];
  }
  return masses;
}

/** From the tree; a point without mass gets the largest value that the other side allows. */
function potentialsOf({ level }: TransportTree, cost: GroundCost, a: Float64Array, b: Float64Array) {
  const n = a.length;
  const price = level.slice(n).map((value, j) => (b[j] > 0 ? value : Infinity));
  const potentialX = a.map((mass, i) => {
    if (mass > 0) return level[i];
    const j = cost.cheapest(i, 0, b.length, price, Infinity);
    return cost.at(i, j) + price[j];
  });
  const potentialY = b.map((mass, j) => {
    if (mass > 0) return 0 - price[j]; // 0, not -0, at the root
    return potentialX.reduce((least, u, i) => Math.min(least, cost.at(i, j) - u), Infinity);
  });
  return { potentialX, potentialY };
}
