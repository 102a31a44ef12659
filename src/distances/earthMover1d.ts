import type { Numbers } from './probabilities';

/** Masses for {@link earthMover1d}; a side without masses gets the other side's total, spread evenly (or 1). */
export interface Weights {
  weightsX?: Numbers;
  weightsY?: Numbers;
}

/**
 * Exact earth mover's distance (W1) between two weighted point sets on the line: the integral of |F_X - F_Y|, where
 * F are the cumulative masses. O(n log n). In units of x times units of mass (W1 itself when the masses sum to 1).
 *
 * Vallender, Theory of Probability and its Applications 18 (1973).
 *
 * @param x [n]
 * @param y [m]
 * @throws Error when a side is empty, a coordinate is not finite, a mass is negative or not finite, or totals differ
 */
export function earthMover1d(x: Numbers, y: Numbers, { weightsX, weightsY }: Weights = {}): number {
  const total = sum(weightsX ?? weightsY ?? [1]);
  const steps = [...atoms('x', x, weightsX, total, 1), ...atoms('y', y, weightsY, total, -1)];
  const difference = steps.reduce((rest, step) => rest + step.mass, 0);
  if (!(Math.abs(difference) <= 1e-9 * total))
    throw new Error(`weightsX and weightsY must have equal totals, got a difference of ${difference}`);
  steps.sort((a, b) => a.at - b.at);
  let distance = 0;
  let excess = 0; // F_X - F_Y to the left of the current step
  for (let i = 0; i + 1 < steps.length; i++) {
    excess += steps[i].mass;
    distance += Math.abs(excess) * (steps[i + 1].at - steps[i].at);
  }
  return distance;
}

function sum(values: Numbers): number {
  let total = 0;
  for (let i = 0; i < values.length; i++) total += values[i];
  return total;
}

function atoms(name: string, x: Numbers, weights: Numbers | undefined, total: number, sign: 1 | -1) {
  if (x.length === 0) throw new Error(`${name} must have at least one point, got none`);
  if (weights && weights.length !== x.length)
    throw new Error(`${name} has ${x.length} points but ${weights.length} weights`);
  return Array.from(x, (at, i) => {
    const mass = weights ? weights[i] : total / x.length;
    if (!Number.isFinite(at)) throw new Error(`${name} must hold finite coordinates, got ${at} at ${i}`);
    if (!(mass >= 0 && mass < Infinity))
      throw new Error(`weights of ${name} must be finite and >= 0, got ${mass} at ${i}`);
    return { at, mass: sign * mass };
  });
}
