import type { Numbers } from './probabilities';

const bytesPerPoint = 1024; // most of it for the short list of arcs
const mostBytes = 2 ** 33;

/**
 * Checks the masses of one side.
 *
 * @returns their total
 * @throws Error when there are none, one is negative or not finite, or the total is not positive and finite
 */
export function checkedTotal(name: string, masses: Numbers): number {
  if (masses.length === 0) throw new Error(`${name} must have at least one entry, got none`);
  let total = 0;
  for (let i = 0; i < masses.length; i++) {
    if (!(masses[i] >= 0 && masses[i] < Infinity))
      throw new Error(`${name} must be finite and >= 0, got ${masses[i]} at ${i}`);
    total += masses[i];
  }
  if (!(total > 0 && total < Infinity)) throw new Error(`${name} must have a finite total > 0, got ${total}`);
  return total;
}

/**
 * The total of the masses of one side's points, if it was given any.
 *
 * @throws Error when there is not one mass for each point, and as {@link checkedTotal}
 */
export function givenTotal(side: 'x' | 'y', size: number, weights?: Numbers): number | undefined {
  if (weights && weights.length !== size)
    throw new Error(`${side} has ${size} points but ${weights.length} weights`);
  return weights && checkedTotal(`weights of ${side}`, weights);
}

/** @throws Error when two totals differ by more than 1e-9 of them */
export function checkSameTotal(names: string, totalA: number, totalB: number): void {
  if (!(Math.abs(totalA - totalB) <= 1e-9 * totalA))
    throw new Error(`${names} must have equal totals, got ${totalA} and ${totalB}`);
}

/** @throws Error when transport between n and m points would need more than 8 GiB of memory */
export function checkMemory(names: string, n: number, m: number): void {
  const bytes = (n + m) * bytesPerPoint;
  if (bytes > mostBytes)
    throw new Error(
      `${names} must be at most ${mostBytes / bytesPerPoint} together, got ${n} and ${m}: ` +
        `that needs about ${Math.ceil(bytes / 2 ** 30)} GiB of memory`,
    );
}
