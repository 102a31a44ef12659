/** Looks at a training while it runs. */
export interface Evaluation<Moment, T> {
  /** After which steps, 0 being the start; or a number n for the start, every n-th step and the last. */
  at: number | readonly number[];
  /** Measures what it likes; the result goes to the history. The moment's functions are usable until it returns. */
  measure(moment: Moment): T | Promise<T>;
}

/**
 * The steps after which an evaluation looks.
 *
 * @throws Error when one is no integer in 0 … steps
 */
export function evaluatedSteps(at: number | readonly number[], steps: number): Set<number> {
  if (typeof at === 'number') {
    if (!Number.isSafeInteger(at) || at < 1)
      throw new Error(`evaluate: at must be an integer >= 1, got ${at}`);
    const count = Math.ceil(steps / at);
    return new Set([...Array.from({ length: count }, (_, k) => k * at), steps]);
  }
  for (const step of at)
    if (!Number.isSafeInteger(step) || step < 0 || step > steps)
      throw new Error(`evaluate: at must list steps in 0 … ${steps}, got ${step}`);
  return new Set(at);
}
