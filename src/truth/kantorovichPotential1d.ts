import type { Continuous } from '../distributions/distribution';

/** An optimal critic on a grid, and the distance that it attains. */
export interface Potential1d {
  /** f*(x) at the grid points, 0 at the grid's middle point. */
  values: Float64Array;
  /** f*'(x) between neighbouring grid points: +1, -1, or 0 where the two laws leave it open. */
  slopes: Float64Array;
  /** W1 = E_real f* - E_fake f*, the integral of |F_real - F_fake| over the grid. */
  distance: number;
}

/**
 * The exact 1-Lipschitz critic between two laws on the line: the f maximising E_real f - E_fake f, which has
 * f*' = sign(F_fake - F_real), F the distribution functions (Vallender 1973). The F are integrated from the densities
 * by the trapezoid rule, so the grid must cover both laws: each has to have mass 1 on it within 1e-3.
 *
 * @param grid increasing, at least 3 points
 * @throws Error when a law is not one-dimensional, the grid does not increase, or it misses mass
 */
export function kantorovichPotential1d(
  real: Continuous,
  fake: Continuous,
  grid: ArrayLike<number>,
): Potential1d {
  const fReal = distributionFunction('real', real, grid);
  const fFake = distributionFunction('fake', fake, grid);
  const cells = grid.length - 1;
  const slopes = new Float64Array(cells);
  const values = new Float64Array(grid.length);
  let distance = 0;
  for (let i = 0; i < cells; i++) {
    const excess = (fFake[i] + fFake[i + 1] - fReal[i] - fReal[i + 1]) / 2;
    slopes[i] = Math.abs(excess) < 1e-12 ? 0 : Math.sign(excess);
    values[i + 1] = values[i] + slopes[i] * (grid[i + 1] - grid[i]);
    distance += Math.abs(excess) * (grid[i + 1] - grid[i]);
  }
  const middle = values[Math.floor(cells / 2)];
  return { values: values.map((value) => value - middle), slopes, distance };
}

function distributionFunction(name: string, law: Continuous, grid: ArrayLike<number>): Float64Array {
  if (law.dim !== 1) throw new Error(`${name} must be a law on the line, got dimension ${law.dim}`);
  if (grid.length < 3) throw new Error(`grid must have at least 3 points, got ${grid.length}`);
  const f = new Float64Array(grid.length);
  for (let i = 1; i < grid.length; i++) {
    const width = grid[i] - grid[i - 1];
    if (!(width > 0)) throw new Error(`grid must increase, got ${grid[i - 1]} and then ${grid[i]}`);
    f[i] = f[i - 1] + ((law.density(grid[i - 1]) + law.density(grid[i])) / 2) * width;
  }
  const mass = f[grid.length - 1];
  if (Math.abs(mass - 1) > 1e-3)
    throw new Error(`grid must cover the ${name} law: its mass there is ${mass}`);
  return f.map((value) => value / mass);
}
