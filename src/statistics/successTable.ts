/** How two methods fared on the same cases at one threshold. */
export interface SuccessRow {
  threshold: number;
  onlyFirst: number;
  onlySecond: number;
  both: number;
  none: number;
}

/**
 * For each threshold the number of cases in which only the first method succeeds, only the second, both, or none, as in
 * Improved Training of WGANs, Table 2. Success is a score below the threshold (or above, where more is better); infinity
 * stands for a run that broke down.
 *
 * @param first score of the first method in each case
 * @param second the same of the second method
 * @throws Error when there is no case, the numbers of scores differ, or one is NaN
 */
export function successTable(
  first: readonly number[],
  second: readonly number[],
  thresholds: readonly number[],
  better: 'below' | 'above' = 'below',
): SuccessRow[] {
  if (first.length === 0) throw new Error('successTable: at least one case is needed, got none');
  if (first.length !== second.length)
    throw new Error(
      `successTable: second must have as many scores as first (${first.length}), got ${second.length}`,
    );
  for (const [name, scores] of Object.entries({ first, second, thresholds })) {
    const bad = scores.findIndex(Number.isNaN);
    if (bad >= 0) throw new Error(`successTable: ${name} must hold numbers, got NaN at ${bad}`);
  }
  return thresholds.map((threshold) => {
    const success = (score: number) => (better === 'below' ? score < threshold : score > threshold);
    const count = (a: boolean, b: boolean) =>
      first.filter((score, i) => success(score) === a && success(second[i]) === b).length;
    return {
      threshold,
      onlyFirst: count(true, false),
      onlySecond: count(false, true),
      both: count(true, true),
      none: count(false, false),
    };
  });
}
