/** Checks numbers of steps, points or the like. @param name of whoever was handed them */
export function checkCounts(name: string, counts: Record<string, number>): void {
  for (const [what, count] of Object.entries(counts))
    if (!Number.isSafeInteger(count) || count < 1)
      throw new Error(`${name}: ${what} must be an integer >= 1, got ${count}`);
}
