import { createHash } from 'node:crypto';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { boxMuller } from './boxMuller';

/** A stream of random numbers: the only source of randomness in this project. */
export interface Stream {
  /** The seed and the purposes that it was split by, e.g. `0/critic/init`. */
  readonly name: string;
  /** A number uniform in [0, 1), with 53 random bits. */
  uniform(): number;
  /** A standard normal number, by Box and Muller (1958). */
  normal(): number;
  /** An integer uniform in 0 … n - 1. */
  integer(n: number): number;
  /** The integers 0 … n - 1 in random order, each order as likely as any other (Fisher-Yates). */
  permutation(n: number): number[];
  /** A stream of its own for a purpose: it depends on the name alone, not on what was drawn before. */
  split(purpose: string | number): Stream;
}

/**
 * A stream of random numbers for one purpose. Streams of different seeds or purposes are independent; the same
 * seed and purpose give the same numbers on every machine.
 *
 * The generator is xoroshiro128+ started from the SHA-256 of `seed/purpose`.
 *
 * @param seed an integer >= 0
 * @param purpose what the numbers are for, e.g. `critic/init`
 * @throws Error when the seed is no integer >= 0 or the purpose is empty
 */
export function stream(seed: number, purpose: string): Stream {
  if (!Number.isSafeInteger(seed) || seed < 0) throw new Error(`seed must be an integer >= 0, got ${seed}`);
  if (purpose === '') throw new Error('purpose of a stream must not be empty');
  return named(`${seed}/${purpose}`);
}

function named(name: string): Stream {
  const digest = createHash('sha256').update(name).digest();
  const generator = xoroshiro128plusFromState([0, 4, 8, 12].map((at) => digest.readInt32LE(at)));
  const uniform = () => uniformFloat64(generator);
  const integer = (n: number) => {
    if (!Number.isSafeInteger(n) || n < 1) throw new Error(`integer(n): n must be an integer >= 1, got ${n}`);
    return uniformInt(generator, 0, n - 1);
  };
  return {
    name,
    uniform,
    normal: boxMuller(uniform),
    integer,
    permutation: (n) => shuffled(n, integer),
    split: (purpose) => {
      if (purpose === '') throw new Error(`purpose of a split of ${name} must not be empty`);
      return named(`${name}/${purpose}`);
    },
  };
}

function shuffled(n: number, integer: (n: number) => number): number[] {
  if (!Number.isSafeInteger(n) || n < 0)
    throw new Error(`permutation(n): n must be an integer >= 0, got ${n}`);
  const order = Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = integer(i + 1);
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}
