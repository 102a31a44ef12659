import type { Claim } from './types';

const ledger = new Map<string, Claim>();
const listeners = new Set<(claim: Claim) => void>();

/** Adds a judged claim and tells the listeners. Running a cell again replaces its claim. */
export function record(claim: Claim): void {
  ledger.set(claim.id, claim);
  for (const listener of listeners) listener(claim);
}

/**
 * Calls `listener` for every claim from now on; a notebook shows them this way.
 *
 * @returns a function that stops the calls
 */
export function onClaim(listener: (claim: Claim) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
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
