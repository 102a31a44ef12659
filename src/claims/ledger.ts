import type { Claim } from './types';

const ledger = new Map<string, Claim>();

/** Adds a judged claim. Running a cell again replaces its claim; another statement under the same id is an error. */
export function record(claim: Claim): void {
  const before = ledger.get(claim.id);
  if (before && before.statement !== claim.statement)
    throw new Error(
      `claim id ${claim.id} is taken: it stands for "${before.statement}", got "${claim.statement}"`,
    );
  ledger.set(claim.id, claim);
}

/** All claims of this process so far, in the order in which they were first made. */
export function recordedClaims(): Claim[] {
  return [...ledger.values()];
}

/** Forgets all claims: for tests, and before a notebook starts. */
export function clearClaims(): void {
  ledger.clear();
}

/**
 * Throws when a claim made so far does not hold, naming each that failed.
 *
 * @returns the claims, all of which hold
 */
export function checkClaims(): Claim[] {
  const failed = recordedClaims().filter((c) => !c.holds);
  if (failed.length > 0)
    throw new Error(`${failed.length} claim(s) do not hold: ${failed.map((c) => c.id).join(', ')}`);
  return recordedClaims();
}
