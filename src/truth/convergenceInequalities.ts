import { type DiscretePair, type PairDistances, pairDistances, spread } from './discretePair';

/** An inequality smaller <= larger between two distances: where the larger goes to 0, the smaller must follow. */
export interface ConvergenceInequality {
  /** What goes to 0, and what follows. */
  from: keyof PairDistances;
  to: keyof PairDistances;
  /** As a label shows it. */
  formula: string;
  smaller(distances: SpreadDistances): number;
  larger(distances: SpreadDistances): number;
  /** A pair for each t in (0, 1) with smaller / larger -> 1 as t -> 0: no better constant will do. */
  extreme(t: number): DiscretePair;
}

/** The distances of a pair, and how large and how fine its space is. */
export type SpreadDistances = PairDistances & ReturnType<typeof spread>;

const onLine = (at: number[], p: number[], q: number[]): DiscretePair => ({
  atoms: at.map((x) => [x]),
  p,
  q,
});
/** A coin against its mirror image. */
const coins = (t: number) => onLine([0, 1], [(1 + t) / 2, (1 - t) / 2], [(1 - t) / 2, (1 + t) / 2]);

/**
 * Theorem 2 of Wasserstein GAN on finite spaces, each arrow as an inequality with its best constant (divergences in nats, JS with
 * its halves, D the diameter of the space, r the smallest distance between two of its points):
 *
 * KL -> TV and reverse KL -> TV: Pinsker's inequality. TV -> JS and JS -> TV: Lin 1991, theorem 3, and Pinsker's inequality for
 * both halves. TV -> W: the mass that differs goes at most the diameter far. W -> convergence in law and back (Prokhorov's distance
 * Π): Gibbs and Su 2002, theorem 2. W -> TV holds with r, so on a finite space only: nothing of it is left where r -> 0.
 *
 * Lin, Divergence measures based on the Shannon entropy (1991); Gibbs and Su, On choosing and bounding probability metrics (2002).
 */
export const convergenceInequalities: readonly ConvergenceInequality[] = [
  {
    from: 'kullbackLeibler',
    to: 'totalVariation',
    formula: '2 TV² ≤ KL',
    smaller: (d) => 2 * d.totalVariation ** 2,
    larger: (d) => d.kullbackLeibler,
    extreme: coins,
  },
  {
    from: 'reverseKullbackLeibler',
    to: 'totalVariation',
    formula: '2 TV² ≤ reverse KL',
    smaller: (d) => 2 * d.totalVariation ** 2,
    larger: (d) => d.reverseKullbackLeibler,
    extreme: coins,
  },
  {
    from: 'totalVariation',
    to: 'jensenShannon',
    formula: 'JS ≤ log 2 · TV',
    smaller: (d) => d.jensenShannon,
    larger: (d) => Math.LN2 * d.totalVariation,
    extreme: (t) => onLine([0, 1, 2], [t, 0, 1 - t], [0, t, 1 - t]),
  },
  {
    from: 'jensenShannon',
    to: 'totalVariation',
    formula: 'TV² / 2 ≤ JS',
    smaller: (d) => d.totalVariation ** 2 / 2,
    larger: (d) => d.jensenShannon,
    extreme: coins,
  },
  {
    from: 'totalVariation',
    to: 'earthMover',
    formula: 'W ≤ D · TV',
    smaller: (d) => d.earthMover,
    larger: (d) => d.diameter * d.totalVariation,
    extreme: coins,
  },
  {
    from: 'earthMover',
    to: 'prokhorov',
    formula: 'Π² ≤ W',
    smaller: (d) => d.prokhorov ** 2,
    larger: (d) => d.earthMover,
    extreme: (t) => onLine([0, t], [1, 0], [1 - t, t]),
  },
  {
    from: 'prokhorov',
    to: 'earthMover',
    formula: 'W ≤ (D + 1) · Π',
    smaller: (d) => d.earthMover,
    larger: (d) => (d.diameter + 1) * d.prokhorov,
    extreme: (t) => onLine([0, t, 1], [1, 0, 0], [0, 1 - t, t]),
  },
  {
    from: 'earthMover',
    to: 'totalVariation',
    formula: 'r · TV ≤ W',
    smaller: (d) => (d.totalVariation > 0 ? d.smallestGap * d.totalVariation : 0),
    larger: (d) => d.earthMover,
    extreme: coins,
  },
];

/** Both sides of every inequality of {@link convergenceInequalities} on a pair, in their order. */
export function evaluateInequalities(pair: DiscretePair): { smaller: number; larger: number }[] {
  const distances = { ...pairDistances(pair), ...spread(pair) };
  return convergenceInequalities.map((one) => ({
    smaller: one.smaller(distances),
    larger: one.larger(distances),
  }));
}
