import type { Claim, ClaimInput } from './types';

/** Judges a claim without recording it. See {@link claim} for the rules and the errors. */
export function judge(input: ClaimInput): Claim {
  for (const key of ['id', 'source', 'statement', 'falsifiedBy'] as const) {
    if (typeof input[key] !== 'string' || input[key].trim() === '')
      throw new Error(
        `claim ${JSON.stringify(input.id)}: ${key} must be a sentence, got ${JSON.stringify(input[key])}`,
      );
  }
  if (typeof input.measured !== 'number')
    throw new Error(`claim ${input.id}: measured must be a number, got ${typeof input.measured}`);
  return { ...input, holds: withinExpectation(input) };
}

function withinExpectation({ id, measured, expected, tolerance }: ClaimInput): boolean {
  if (typeof expected === 'number') {
    if (!Number.isFinite(expected)) throw new Error(`claim ${id}: expected must be finite, got ${expected}`);
    if (tolerance === undefined || !(tolerance >= 0) || tolerance === Infinity)
      throw new Error(
        `claim ${id}: a number is expected, so tolerance must be finite and >= 0, got ${tolerance}`,
      );
    return Math.abs(measured - expected) <= tolerance;
  }
  if (tolerance !== undefined)
    throw new Error(
      `claim ${id}: tolerance ${tolerance} has no meaning beside a bound; put it into the bound`,
    );
  if ('atMost' in expected) return measured <= expected.atMost;
  if ('atLeast' in expected) return measured >= expected.atLeast;
  return measured >= expected.between[0] && measured <= expected.between[1];
}
