import { earthMover } from '../distances/earthMover';
import { jensenShannon } from '../distances/jensenShannon';
import { kullbackLeibler } from '../distances/kullbackLeibler';
import { prokhorovDistance } from '../distances/prokhorovDistance';
import { totalVariation } from '../distances/totalVariation';

/** Two laws on the same atoms. In a sequence P_n -> P, p is P_n and q is P. */
export interface DiscretePair {
  /** [n][dim] */
  atoms: readonly (readonly number[])[];
  /** [n] masses, sum to 1. */
  p: readonly number[];
  /** [n] masses, sum to 1. */
  q: readonly number[];
}

/** How far the two laws of a pair are apart; the divergences in nats. */
export interface PairDistances {
  /** KL(P ‖ Q). */
  kullbackLeibler: number;
  /** KL(Q ‖ P). */
  reverseKullbackLeibler: number;
  jensenShannon: number;
  totalVariation: number;
  /** W1, in units of the atoms. */
  earthMover: number;
  /** The Lévy-Prokhorov distance, a metric of convergence in law. */
  prokhorov: number;
}

/**
 * All distances of a pair, by the functions of `distances`.
 *
 * @throws Error as these do on atoms and masses
 */
export function pairDistances({ atoms, p, q }: DiscretePair): PairDistances {
  const weights = { weightsX: p, weightsY: q };
  return {
    kullbackLeibler: kullbackLeibler(p, q),
    reverseKullbackLeibler: kullbackLeibler(q, p),
    jensenShannon: jensenShannon(p, q),
    totalVariation: totalVariation(p, q),
    earthMover: earthMover(atoms, atoms, weights).distance,
    prokhorov: prokhorovDistance(atoms, atoms, weights),
  };
}

/**
 * The largest distance between two atoms and the smallest between two different ones, of the atoms that have mass, in units of
 * the atoms: how large and how fine the space is. Of a single atom 0 and Infinity.
 */
export function spread({ atoms, p, q }: DiscretePair): { diameter: number; smallestGap: number } {
  const held = atoms.filter((_, i) => p[i] > 0 || q[i] > 0);
  let [diameter, smallestGap] = [0, Infinity];
  held.forEach((a, i) => {
    for (const b of held.slice(0, i)) {
      const distance = Math.hypot(...a.map((coordinate, d) => coordinate - b[d]));
      diameter = Math.max(diameter, distance);
      if (distance > 0) smallestGap = Math.min(smallestGap, distance);
    }
  });
  return { diameter, smallestGap };
}
