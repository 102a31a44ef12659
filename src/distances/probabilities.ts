/** Numbers in a row: a plain or typed array. */
export type Numbers = ArrayLike<number>;

const tolerance = 1e-6;

/**
 * Checks that a vector holds probabilities.
 *
 * @throws Error when it is empty, has an entry that is negative or not finite, or does not sum to 1 within 1e-6
 */
export function checkProbabilities(name: string, p: Numbers): void {
  if (p.length === 0) throw new Error(`${name} must have at least one probability, got none`);
  let total = 0;
  for (let i = 0; i < p.length; i++) {
    if (!(p[i] >= 0 && p[i] < Infinity))
      throw new Error(`${name} must hold finite probabilities >= 0, got ${p[i]} at ${i}`);
    total += p[i];
  }
  if (Math.abs(total - 1) > tolerance) throw new Error(`${name} must sum to 1, got ${total}`);
}

/** Checks two probability vectors over the same outcomes. */
export function checkPair(p: Numbers, q: Numbers): void {
  if (p.length !== q.length)
    throw new Error(`p and q must have the same length, got ${p.length} and ${q.length}`);
  checkProbabilities('p', p);
  checkProbabilities('q', q);
}
