/** When an iteration stops. */
export interface EntropicOptions {
  /** Strength of the entropy, > 0, in units of the cost. */
  epsilon: number;
  /** Most iterations, those at larger epsilons on the way included; 1000 unless given. */
  maxIterations?: number;
  /** Marginal error at which to stop, as a share of the total mass; 1e-6 unless given. */
  tolerance?: number;
}

/** The options with their defaults, checked. */
export function checkedOptions({
  epsilon,
  maxIterations = 1000,
  tolerance = 1e-6,
}: EntropicOptions): Required<EntropicOptions> {
  if (!(epsilon > 0 && epsilon < Infinity)) throw new Error(`epsilon must be finite and > 0, got ${epsilon}`);
  if (!Number.isSafeInteger(maxIterations) || maxIterations < 1)
    throw new Error(`maxIterations must be an integer >= 1, got ${maxIterations}`);
  if (!(tolerance >= 0 && tolerance < Infinity))
    throw new Error(`tolerance must be finite and >= 0, got ${tolerance}`);
  return { epsilon, maxIterations, tolerance };
}

/**
 * Repeats an iteration at epsilon until its marginal error is small enough, after a few at larger epsilons, from the spread of
 * the costs down: each level starts where the last one ended (epsilon scaling; Schmitzer, SIAM Journal on Scientific
 * Computing 41, 2019, section 3.2). Whatever remains of maxIterations, the last one is at epsilon itself.
 *
 * @param spread largest minus smallest cost
 * @param iterate one iteration at an epsilon; returns its marginal error
 * @returns the number of iterations
 */
export function anneal(
  spread: number,
  { epsilon, maxIterations, tolerance }: Required<EntropicOptions>,
  iterate: (epsilon: number) => number,
): number {
  let iterations = 0;
  for (let level = spread; level > epsilon; level /= 2)
    for (let k = 0; k < 10 && iterations + 1 < maxIterations; k++) {
      iterations++;
      if (iterate(level) <= 0.01) break;
    }
  let error: number;
  do {
    error = iterate(epsilon);
    iterations++;
  } while (error > tolerance && iterations < maxIterations);
  return iterations;
}

/** Largest minus smallest entry. */
export function spreadOf(cost: Float64Array): number {
  let [low, high] = [Infinity, -Infinity];
  for (let k = 0; k < cost.length; k++) {
    low = Math.min(low, cost[k]);
    high = Math.max(high, cost[k]);
  }
  return high - low;
}
