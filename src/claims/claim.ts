import { judge } from './judge';
import { record } from './ledger';
import type { ClaimInput } from './types';

/**
 * States what a paper claims, compares it with what was measured, and records the verdict.
 *
 * A claim that does not hold does not throw (the reader should see the other rows too); the headless
 * runner fails the run for it, and {@link checkClaims} throws for all of them at once.
 *
 * @param input see {@link ClaimInput}; `expected` is a number with a `tolerance` (|measured - expected| <= tolerance)
 *   or one of `atMost`, `atLeast`, `between`; a measured NaN never holds
 * @throws Error when `id`, `source`, `statement` or `falsifiedBy` is empty, or when a number is expected without a
 *   finite tolerance >= 0
 */
export function claim(input: ClaimInput): void {
  record(judge(input));
}
