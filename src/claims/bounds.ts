import type { Bound } from './types';

/** The measured number may be `limit` or less. */
export function atMost(limit: number): Bound {
  return { atMost: finite('atMost', limit) };
}

/** The measured number may be `limit` or more. */
export function atLeast(limit: number): Bound {
  return { atLeast: finite('atLeast', limit) };
}

/** The measured number may lie in `[low, high]`. */
export function between(low: number, high: number): Bound {
  if (!(low <= high)) throw new Error(`between: low must be <= high, got low ${low} and high ${high}`);
  return { between: [finite('between', low), finite('between', high)] };
}

function finite(name: string, value: number): number {
  if (!Number.isFinite(value)) throw new Error(`${name}: the bound must be a finite number, got ${value}`);
  return value;
}
