import { storedResult } from '../files/storedResult';

/** Parameters of {@link sweep}. */
export interface SweepOptions<C> {
  /**
   * Keeps each result in a file of its own, so that a sweep that was stopped or killed goes on where it was. `settings` is
   * plain data that says all that the results depend on beside the case, which is plain data too.
   */
  store?: { name: string; settings: unknown; folder?: string };
  /** Called, and waited for, after each case. */
  onProgress?: (done: number, total: number, last: C) => unknown;
}

/**
 * The results of many cases, one after the other. A case's result must depend on the case and the settings alone, so that
 * those of a sweep that was interrupted are those of one that was not.
 *
 * @returns one result a case, in their order
 * @throws Error what the first case to fail threw, or as `storedResult` does
 */
export async function sweep<C, R>(
  cases: readonly C[],
  run: (one: C) => R | Promise<R>,
  { store, onProgress }: SweepOptions<C> = {},
): Promise<R[]> {
  const results: R[] = [];
  for (const one of cases) {
    const compute = () => run(one);
    const result = store
      ? await storedResult({ ...store, settings: { settings: store.settings, case: one } }, compute)
      : await compute();
    results.push(result);
    await onProgress?.(results.length, cases.length, one);
  }
  return results;
}
