import { checkProbabilities } from '../distances/probabilities';
import type { Stream } from '../rng/stream';
import { checkCount } from './check';
import type { Distribution } from './distribution';
import { oneHotStrings } from './oneHotStrings';

/** Parameters of {@link markovStrings}. */
export interface MarkovStringsOptions {
  /** The characters, each once. */
  alphabet: string;
  /** Probability of each character at the first place. */
  initial: readonly number[];
  /** transitions[i][j]: probability that character j follows character i; 0 forbids it. */
  transitions: readonly (readonly number[])[];
  /** Characters of a string. */
  length: number;
}

/** A law of strings, as rows of one-hot vectors: [length * alphabet.length] coordinates a string. */
export interface StringLaw extends Distribution {
  readonly alphabet: string;
  readonly length: number;
  /**
   * The exact law of n neighbouring characters at a place chosen uniformly among those where n fit: the n-grams of
   * positive probability, which sum to 1. For n = length it is the law of the strings themselves.
   *
   * @throws Error when n is no integer in 1 … length
   */
  nGrams(n: number): Map<string, number>;
}

/**
 * Strings of a Markov chain over the characters of an alphabet, one-hot: the smallest grammar with an exact n-gram
 * law of every order.
 *
 * @throws Error when a character comes twice, the length is no integer >= 1, or a row of probabilities has another
 *   size than the alphabet, a negative entry, or a sum other than 1
 */
export function markovStrings({ alphabet, initial, transitions, length }: MarkovStringsOptions): StringLaw {
  checkChain({ alphabet, initial, transitions, length });
  const letters = Array.from(alphabet, (_, k) => k);
  const next = (from: readonly number[]) =>
    letters.map((j) => sum(letters, (i) => from[i] * transitions[i][j]));
  const draw = (from: Stream) => {
    let letter = pick(initial, from);
    let text = alphabet[letter];
    while (text.length < length) {
      letter = pick(transitions[letter], from);
      text += alphabet[letter];
    }
    return text;
  };
  return {
    name: `strings of ${length} characters`,
    ...{ alphabet, length, dim: length * alphabet.length },
    sample: (n, stream) => {
      checkCount('markovStrings', n);
      return oneHotStrings(
        Array.from({ length: n }, () => draw(stream)),
        alphabet,
      );
    },
    nGrams: (n) => {
      if (!Number.isSafeInteger(n) || n < 1 || n > length)
        throw new Error(`nGrams: n must be an integer in 1 … ${length}, got ${n}`);
      const places = length - n + 1;
      let atPlace: number[] = [...initial];
      const starts = letters.map(() => 0); // law of the first character, mean over the places
      for (let place = 0; place < places; place++) {
        for (const k of letters) starts[k] += atPlace[k] / places;
        atPlace = next(atPlace);
      }
      return extended(starts, n, { alphabet, transitions });
    },
  };
}

/** All continuations of positive probability to n characters. */
function extended(
  starts: readonly number[],
  n: number,
  { alphabet, transitions }: Pick<MarkovStringsOptions, 'alphabet' | 'transitions'>,
): Map<string, number> {
  let grams = starts.map((p, k) => ({ text: alphabet[k], last: k, p })).filter(({ p }) => p > 0);
  for (let size = 1; size < n; size++)
    grams = grams.flatMap(({ text, last, p }) =>
      transitions[last]
        .map((q, k) => ({ text: text + alphabet[k], last: k, p: p * q }))
        .filter((gram) => gram.p > 0),
    );
  return new Map(grams.map(({ text, p }) => [text, p]));
}

function checkChain({ alphabet, initial, transitions, length }: MarkovStringsOptions): void {
  const size = alphabet.length;
  if (size === 0 || new Set(alphabet).size !== size)
    throw new Error(`markovStrings: the alphabet must have each character once, got "${alphabet}"`);
  if (!Number.isSafeInteger(length) || length < 1)
    throw new Error(`markovStrings: length must be an integer >= 1, got ${length}`);
  if (transitions.length !== size)
    throw new Error(`markovStrings: expected ${size} rows of transitions, got ${transitions.length}`);
  const check = (name: string, row: readonly number[]) => {
    if (row.length !== size)
      throw new Error(`markovStrings: ${name} must have ${size} probabilities, got ${row.length}`);
    checkProbabilities(`markovStrings: ${name}`, row);
  };
  check('initial', initial);
  transitions.forEach((row, i) => {
    check(`row ${i} of transitions`, row);
  });
}

/** An index drawn by its probability. */
function pick(probabilities: readonly number[], from: Stream): number {
  let rest = from.uniform();
  for (let k = 0; k < probabilities.length; k++) {
    rest -= probabilities[k];
    if (rest < 0) return k;
  }
  return probabilities.findLastIndex((p) => p > 0); // rounding left a rest
}

function sum(indices: readonly number[], term: (i: number) => number): number {
  return indices.reduce((total, i) => total + term(i), 0);
}
