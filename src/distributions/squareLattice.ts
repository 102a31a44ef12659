import { checkFinite, checkPositive } from './check';

/** Parameters of {@link squareLattice}. */
export interface SquareLatticeOptions {
  /** The middle of the square, [x, y]. */
  centre: readonly [number, number];
  /** Half the length of a side. */
  halfSide: number;
  /** Points along a side, at least 2. */
  perSide: number;
  /** Only the 4 (perSide - 1) points on the edge. False unless given. */
  boundary?: boolean;
}

/**
 * The points of a square lattice of perSide x perSide points that fills a square from edge to edge, row by row (x runs
 * fastest): [n, 2] flattened. `empirical` makes a distribution of them.
 *
 * @throws Error when the centre is not finite, halfSide is not > 0 or perSide is no integer >= 2
 */
export function squareLattice({
  centre,
  halfSide,
  perSide,
  boundary = false,
}: SquareLatticeOptions): Float64Array {
  checkFinite('squareLattice', 'centre', centre);
  checkPositive('squareLattice', 'halfSide', halfSide);
  if (!Number.isSafeInteger(perSide) || perSide < 2)
    throw new Error(`squareLattice: perSide must be an integer >= 2, got ${perSide}`);
  const last = perSide - 1;
  const points: number[] = [];
  for (let row = 0; row < perSide; row++)
    for (let column = 0; column < perSide; column++) {
      const onEdge = row % last === 0 || column % last === 0;
      if (boundary && !onEdge) continue;
      points.push(centre[0] + halfSide * ((2 * column) / last - 1));
      points.push(centre[1] + halfSide * ((2 * row) / last - 1));
    }
  return Float64Array.from(points);
}
