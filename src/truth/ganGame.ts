import type { Continuous } from '../distributions/distribution';
import { mean } from '../statistics/means';
import type { MeasuringFunction } from './measuringFunctions';

export interface GanGameOptions {
  /** The law of the data, on the line. */
  real: Continuous;
  /** The laws that the generators make, on the line: [n]. */
  generators: readonly Continuous[];
  /** Raw outputs t(x) of the discriminators D = sigma(t): [m]. */
  discriminators: readonly ((x: number) => number)[];
  /** phi(sigma(t)). */
  measuring: MeasuringFunction;
  /** Evenly spaced points that cover all laws and resolve them and the discriminators. */
  grid: readonly number[];
}

/**
 * A generative adversarial game between finitely many discriminators and generators as a payoff matrix, discriminators (who
 * maximise) in the rows:
 *
 * A_ij = E_{x ~ real} phi(D_i(x)) + E_{x ~ G_j} phi(1 - D_i(x)).
 *
 * Arora et al., Generalization and Equilibrium in Generative Adversarial Nets (2017). Expectations by the trapezoidal rule, whose
 * error falls exponentially with the number of points for smooth laws whose tails the grid covers.
 *
 * @returns A, [m][n], in phi's unit
 * @throws Error when there is no generator or discriminator, a law is not on the line or has no mass on the grid, or the grid
 *   is not evenly spaced
 */
export function ganGame({ real, generators, discriminators, measuring, grid }: GanGameOptions): number[][] {
  if (generators.length === 0 || discriminators.length === 0)
    throw new Error(
      `ganGame: generators and discriminators are needed, got ${generators.length} and ${discriminators.length}`,
    );
  const step = (grid[grid.length - 1] - grid[0]) / (grid.length - 1);
  const uneven = grid.findIndex(
    (x, k) => !(Math.abs(x - grid[0] - k * step) <= 1e-9 * Math.abs(step * grid.length)),
  );
  if (grid.length < 2 || !(step > 0) || uneven >= 0)
    throw new Error(
      `ganGame: grid must be increasing and evenly spaced, got ${grid.length} points, step ${step}`,
    );
  const masses = [real, ...generators].map((law) => {
    if (law.dim !== 1) throw new Error(`ganGame: laws must be on the line, got dimension ${law.dim}`);
    return grid.map((x) => law.density(x));
  });
  return discriminators.map((discriminator) => {
    const logits = grid.map(discriminator);
    const onReal = mean(logits.map(measuring), masses[0]);
    const onFake = logits.map((t) => measuring(-t));
    return masses.slice(1).map((law) => onReal + mean(onFake, law));
  });
}
