/**
 * A point within all constraints, or a change of one: scores g and slope kappa, and for each constraint what is left
 * of it, its slack, with its multiplier. Pairs come first, [n, n] flattened (on the diagonal the slack is 1, the
 * multiplier 0), then two constraints for each hinge.
 */
export interface InteriorPoint {
  g: Float64Array; // [n]
  kappa: number;
  slack: Float64Array;
  multiplier: Float64Array;
}

/** point + length * change. */
export function movedBy(point: InteriorPoint, change: InteriorPoint, length: number): InteriorPoint {
  const moved = (from: Float64Array, by: Float64Array) => from.map((value, p) => value + length * by[p]);
  return {
    g: moved(point.g, change.g),
    kappa: point.kappa + length * change.kappa,
    slack: moved(point.slack, change.slack),
    multiplier: moved(point.multiplier, change.multiplier),
  };
}

/** The length at which the first slack or multiplier would be 0. */
export function longestStep(point: InteriorPoint, change: InteriorPoint): number {
  let longest = Infinity;
  for (const side of ['slack', 'multiplier'] as const) {
    const [from, by] = [point[side], change[side]];
    for (let p = 0; p < from.length; p++) if (by[p] < 0) longest = Math.min(longest, -from[p] / by[p]);
  }
  return longest;
}

/** Sum of slack times multiplier after a step of that length. */
export function gapAfter(point: InteriorPoint, change: InteriorPoint, length: number): number {
  let gap = 0;
  for (let p = 0; p < point.slack.length; p++)
    gap +=
      (point.slack[p] + length * change.slack[p]) * (point.multiplier[p] + length * change.multiplier[p]);
  return gap;
}
