import type { DiscretePair, PairDistances } from './discretePair';

/** A sequence P_n -> P that tells one convergence from another. */
export interface SeparatingSequence {
  name: string;
  /** P_n (as p) and P (as q), n an integer >= 2. */
  pair(n: number): DiscretePair;
  /** The distances between P_n and P in closed form. */
  exact(n: number): PairDistances;
}

/** JS where a share s of each law is disjoint from the other and the rest agrees. */
const disjointShare = (s: number) => s * Math.LN2;
/** JS where one law has a share s that the other lacks and the rest agrees up to scale. */
function lackingShare(s: number): number {
  const [middle, rest] = [Math.log1p(-s / 2), Math.log1p(-s)];
  return (s * Math.LN2 + (1 - s) * (rest - middle) - middle) / 2;
}
/** The same mass in `n` of `total` cells, from number `from` on. */
const uniform = (n: number, total: number, from: number) =>
  Array.from({ length: total }, (_, i) => (i >= from && i < from + n ? 1 / n : 0));
/** Middles of `total` cells of width 1 / n, from 0 on. */
const cells = (n: number, total: number) => Array.from({ length: total }, (_, i) => [(i + 0.5) / n]);

/**
 * Sequences for the arrows that Theorem 2 of Wasserstein GAN does not have:
 *
 * - movingAtom: δ(1/n) -> δ(0). W -> 0; TV, JS and both KL do not.
 * - foreignMass: (1 - 1/n) δ(0) + (1/n) δ(1) -> δ(0). KL(P_n ‖ P) = ∞; all others -> 0.
 * - missingMass: uniform on [1/n, 1] -> uniform on [0, 1]. KL(P ‖ P_n) = ∞; all others -> 0.
 * - slidingInterval: uniform on [1/n, 1 + 1/n] -> uniform on [0, 1]. Both KL = ∞; all others -> 0.
 * - escapingMass: (1 - 1/n) δ(0) + (1/n) δ(n) -> δ(0). TV -> 0 and W = 1: the theorem's space is compact, this one is not.
 *
 * Uniform laws are given by the masses of cells of width 1 / 2n, on which both have a constant density, placed in the middles: all
 * distances are those of the uniform laws themselves.
 *
 * @throws Error when n is no integer >= 2
 */
export const separatingSequences: Record<
  'movingAtom' | 'foreignMass' | 'missingMass' | 'slidingInterval' | 'escapingMass',
  SeparatingSequence
> = {
  movingAtom: checked({
    name: 'moving atom',
    pair: (n) => ({ atoms: [[0], [1 / n]], p: [0, 1], q: [1, 0] }),
    exact: (n) => ({
      kullbackLeibler: Infinity,
      reverseKullbackLeibler: Infinity,
      jensenShannon: Math.LN2,
      totalVariation: 1,
      earthMover: 1 / n,
      prokhorov: 1 / n,
    }),
  }),
  foreignMass: checked({
    name: 'foreign mass',
    pair: (n) => ({ atoms: [[0], [1]], p: [1 - 1 / n, 1 / n], q: [1, 0] }),
    exact: (n) => ({
      kullbackLeibler: Infinity,
      reverseKullbackLeibler: -Math.log1p(-1 / n),
      jensenShannon: lackingShare(1 / n),
      totalVariation: 1 / n,
      earthMover: 1 / n,
      prokhorov: 1 / n,
    }),
  }),
  missingMass: checked({
    name: 'missing mass',
    pair: (n) => ({
      atoms: cells(2 * n, 2 * n),
      p: uniform(2 * n - 2, 2 * n, 2),
      q: uniform(2 * n, 2 * n, 0),
    }),
    exact: (n) => ({
      kullbackLeibler: -Math.log1p(-1 / n),
      reverseKullbackLeibler: Infinity,
      jensenShannon: lackingShare(1 / n),
      totalVariation: 1 / n,
      earthMover: 1 / (2 * n),
      prokhorov: 1 / (2 * n),
    }),
  }),
  slidingInterval: checked({
    name: 'sliding interval',
    pair: (n) => ({
      atoms: cells(2 * n, 2 * n + 2),
      p: uniform(2 * n, 2 * n + 2, 2),
      q: uniform(2 * n, 2 * n + 2, 0),
    }),
    exact: (n) => ({
      kullbackLeibler: Infinity,
      reverseKullbackLeibler: Infinity,
      jensenShannon: disjointShare(1 / n),
      totalVariation: 1 / n,
      earthMover: 1 / n,
      prokhorov: 1 / (2 * n),
    }),
  }),
  escapingMass: checked({
    name: 'escaping mass',
    pair: (n) => ({ atoms: [[0], [n]], p: [1 - 1 / n, 1 / n], q: [1, 0] }),
    exact: (n) => ({
      kullbackLeibler: Infinity,
      reverseKullbackLeibler: -Math.log1p(-1 / n),
      jensenShannon: lackingShare(1 / n),
      totalVariation: 1 / n,
      earthMover: 1,
      prokhorov: 1 / n,
    }),
  }),
};

function checked({ name, pair, exact }: SeparatingSequence): SeparatingSequence {
  const check = (n: number) => {
    if (!Number.isSafeInteger(n) || n < 2) throw new Error(`${name}: n must be an integer >= 2, got ${n}`);
    return n;
  };
  return { name, pair: (n) => pair(check(n)), exact: (n) => exact(check(n)) };
}
