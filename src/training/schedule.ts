/** A learning rate that changes: what it is multiplied by, as a function of the update alone. */
export interface Schedule {
  /** Tells schedules apart, as in an optimiser's name: two that differ must not share it. */
  name: string;
  /** The factor of update `step`, from 0. */
  factor(step: number): number;
}

/** Parameters of {@link linearDecay}. */
export interface LinearDecayOptions {
  /** The first update with a smaller rate than the full one is the next after this; 0 for a decay from the start. */
  from: number;
  /** The update at which the rate would be 0, usually the number of updates. */
  until: number;
}

/**
 * The full rate for updates 0 … from, then one that falls linearly to 0 at update `until`: (until - step) / (until - from).
 *
 * @throws Error when from is no integer >= 0 or until is no integer above it
 */
export function linearDecay({ from, until }: LinearDecayOptions): Schedule {
  if (!Number.isSafeInteger(from) || from < 0)
    throw new Error(`linearDecay: from must be an integer >= 0, got ${from}`);
  if (!Number.isSafeInteger(until) || until <= from)
    throw new Error(`linearDecay: until must be an integer > from = ${from}, got ${until}`);
  return {
    name: `linear decay ${from} … ${until}`,
    factor: (step) => Math.min(1, Math.max(0, (until - step) / (until - from))),
  };
}

/** A schedule's part of an optimiser's name: nothing without one. */
export function scheduleName(schedule: Schedule | undefined): string {
  return schedule ? `, ${schedule.name}` : '';
}
