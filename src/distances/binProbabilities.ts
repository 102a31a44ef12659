import type { Points } from './points';
import { type CloudOptions, type WeightedCloud, weightedClouds } from './weightedClouds';

/** What {@link binProbabilities} takes besides the two clouds. */
export interface BinOptions extends CloudOptions {
  /** Number of bins along each axis, or one number for all. */
  bins: number | readonly number[];
  /** [low, high] of each axis, or one pair for all; what both clouds cover unless given. */
  range?: readonly [number, number] | readonly (readonly [number, number])[];
}

/** Two probability vectors over the cells of one grid. */
export interface Binned {
  p: Float64Array; // [bins of axis 0, bins of axis 1, …] flattened, the last axis fastest
  q: Float64Array; // as p
  /** The bins + 1 edges along each axis. */
  edges: Float64Array[];
}

const mostCells = 2 ** 26;

/**
 * Two clouds as probability vectors over the cells of one regular grid, for `kullbackLeibler`, `jensenShannon` and
 * `totalVariation`: p_k is the share of x in cell k, q_k that of y.
 *
 * Bin i holds low <= v < high of its own edges; the last one holds its upper edge too. A point outside a given range is an
 * error: leaving it out would change the probabilities. Where all points agree along an axis and no range is given, they
 * share one bin of it.
 *
 * The result depends on the bins: with cells so small that no two points share one, JS = log 2 and TV = 1 for any two
 * samples, and KL is infinite as soon as x has a cell to itself. A divergence of binned laws never exceeds that of the
 * laws; of binned samples it is too large on average, by about cells / n for JS and KL.
 *
 * @param x [n][dim] rows, or [n, dim] flattened
 * @param y [m][dim] rows, or [m, dim] flattened
 * @throws Error when a cloud is empty, dimensions do not match, a coordinate is not finite or outside the range, weights are
 * no probabilities, bins are no integers >= 1 or more than 2^26 cells, or a range is not finite with low < high
 */
export function binProbabilities(x: Points, y: Points, { bins, range, ...options }: BinOptions): Binned {
  const [X, Y] = weightedClouds(x, y, options);
  const { dim } = X;
  const counts = perAxis('bins', dim, typeof bins === 'number' ? Array(dim).fill(bins) : bins);
  for (const count of counts)
    if (!Number.isSafeInteger(count) || count < 1)
      throw new Error(`bins must be integers >= 1, got ${count}`);
  const cells = counts.reduce((product, count) => product * count, 1);
  if (cells > mostCells) throw new Error(`bins must make at most ${mostCells} cells, got ${cells}`);
  const ranges = range ? perAxis('range', dim, pairs(range, dim)).map(checkedRange) : covered(X, Y);
  const edges = ranges.map(([low, high], axis) => edgesOf(low, high, counts[axis]));
  return { p: shares('x', X, edges, cells), q: shares('y', Y, edges, cells), edges };
}

type Pair = readonly [number, number];

function perAxis<T>(name: string, dim: number, values: readonly T[]): readonly T[] {
  if (values.length !== dim)
    throw new Error(`${name} must be given for each of ${dim} axes, got ${values.length}`);
  return values;
}

function pairs(range: NonNullable<BinOptions['range']>, dim: number): readonly Pair[] {
  return typeof range[0] === 'number' ? Array<Pair>(dim).fill(range as Pair) : (range as readonly Pair[]);
}

function checkedRange([low, high]: Pair): Pair {
  if (!(low < high && Number.isFinite(high - low)))
    throw new Error(`range must be finite with low < high, got [${low}, ${high}]`);
  return [low, high];
}

function covered(...clouds: WeightedCloud[]): Pair[] {
  return Array.from({ length: clouds[0].dim }, (_, axis) => {
    let [low, high] = [Infinity, -Infinity];
    for (const { coordinates, dim } of clouds)
      for (let k = axis; k < coordinates.length; k += dim) {
        low = Math.min(low, coordinates[k]);
        high = Math.max(high, coordinates[k]);
      }
    return [low, high];
  });
}

function edgesOf(low: number, high: number, bins: number): Float64Array {
  return Float64Array.from({ length: bins + 1 }, (_, i) =>
    i < bins ? low + (i * (high - low)) / bins : high,
  );
}

function shares(name: string, cloud: WeightedCloud, edges: Float64Array[], cells: number): Float64Array {
  const { coordinates, size, dim, weights } = cloud;
  const p = new Float64Array(cells);
  for (let i = 0; i < size; i++) {
    let cell = 0;
    for (let axis = 0; axis < dim; axis++) {
      const value = coordinates[i * dim + axis];
      cell = cell * (edges[axis].length - 1) + binOf(value, edges[axis], () => `point ${i} of ${name}`);
    }
    p[cell] += weights[i];
  }
  return p;
}

/** The bin whose edges enclose a value: guessed from its share of the range, then put right by the edges themselves. */
function binOf(value: number, edges: Float64Array, who: () => string): number {
  const bins = edges.length - 1;
  const [low, high] = [edges[0], edges[bins]];
  if (!(value >= low && value <= high))
    throw new Error(`range must hold all points, got ${value} outside [${low}, ${high}] in ${who()}`);
  if (low === high) return 0;
  let bin = Math.min(bins - 1, Math.floor(((value - low) / (high - low)) * bins));
  while (value < edges[bin]) bin--;
  while (bin < bins - 1 && value >= edges[bin + 1]) bin++;
  return bin;
}
