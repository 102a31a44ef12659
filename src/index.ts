// claims: what a paper states, what was measured, does it hold
export { atLeast, atMost, between } from './claims/bounds';
export { claim } from './claims/claim';
export { formatClaim } from './claims/format';
export { checkClaims, clearClaims, onClaim, recordedClaims } from './claims/ledger';
export type { Bound, Claim, ClaimInput } from './claims/types';
// figures
export type { Figure, FigureFrame } from './figures/figure';
