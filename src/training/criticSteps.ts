import { checkCounts } from './checkCounts';

/** How many updates the critic gets before an update of the generator: a number, or one for each generator step from 0. */
export type CriticSteps = number | ((step: number) => number);

/** Parameters of {@link releasedWganSteps}. */
export interface ReleasedWganStepsOptions {
  usual?: number;
  many?: number;
  /** Generator steps at the start that get many. */
  first?: number;
  /** Every so many generator steps, one gets many. */
  every?: number;
}

/**
 * The critic's updates in the released WGAN code (main.py): 100 before each of the first 25 generator steps and whenever
 * the number of generator steps made is a multiple of 500, else 5. The paper has 5 throughout.
 *
 * @throws Error when a number is no integer >= 1 (`first`: >= 0)
 */
export function releasedWganSteps({
  usual = 5,
  many = 100,
  first = 25,
  every = 500,
}: ReleasedWganStepsOptions = {}): (step: number) => number {
  checkCounts('releasedWganSteps', { usual, many, every });
  if (!Number.isSafeInteger(first) || first < 0)
    throw new Error(`releasedWganSteps: first must be an integer >= 0, got ${first}`);
  return (step) => (step < first || step % every === 0 ? many : usual);
}

/**
 * The numbers of critic updates for steps 0 … steps - 1.
 *
 * @param name of whoever was handed them
 * @throws Error when one is no integer >= 1
 */
export function criticSchedule(name: string, criticSteps: CriticSteps, steps: number): number[] {
  return Array.from({ length: steps }, (_, step) => {
    const rounds = typeof criticSteps === 'number' ? criticSteps : criticSteps(step);
    if (!Number.isSafeInteger(rounds) || rounds < 1)
      throw new Error(`${name}: criticSteps must be an integer >= 1, got ${rounds} for step ${step}`);
    return rounds;
  });
}
