import { freeGroups } from './freeGroups';
import type { LipschitzProgram, LipschitzSolution } from './lipschitzProgram';

/** Two atoms between which f rises as steeply as it may: f(high) - f(low) = k length. */
export interface TightPair {
  low: number;
  high: number;
  length: number;
  /** The multiplier: the mass by which this pair holds the optimum; 0 where it is tight without need. */
  flow: number;
}

const slackOfTight = 1e-6; // relative; the solver's are below 1e-9 where it matters

/** All pairs that are tight. */
export function tightPairsOf(
  { distances }: LipschitzProgram,
  { f, k, flows }: LipschitzSolution,
): TightPair[] {
  const n = f.length;
  const pairs: TightPair[] = [];
  if (k === 0) return pairs;
  for (let low = 0; low < n; low++)
    for (let high = 0; high < n; high++) {
      const length = distances[high * n + low];
      if (low === high || k * length - (f[high] - f[low]) > slackOfTight * k * length) continue;
      pairs.push({ low, high, length, flow: flows[high * n + low] });
    }
  return pairs;
}

/**
 * The groups of atoms that can move by themselves, from an optimum amid all: tight pairs hold together; phi'' > 0 or
 * a kink holds an atom where it is.
 */
export function freeGroupsOf(program: LipschitzProgram, solution: LipschitzSolution): number[][] {
  const { loss, massReal, massFake } = program;
  if (loss.strictlyConvex) return [];
  const { f, k } = solution;
  const touches = (value: number) =>
    Boolean(loss.kinks?.some(({ at }) => Math.abs(value - at) < 1e-5 * Math.max(1, Math.abs(at))));
  const held = Array.from(
    f,
    (value, i) => (massFake[i] > 0 && touches(value)) || (massReal[i] > 0 && touches(-value)),
  );
  const pairs: [number, number][] =
    k === 0
      ? Array.from(f, (_, i) => [0, i])
      : tightPairsOf(program, solution).map(({ low, high }) => [low, high]);
  return freeGroups(pairs, held);
}
