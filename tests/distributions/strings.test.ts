import { describe, expect, test } from 'vitest';
import { nGramShares } from '../../src/distances/nGramShares';
import { type MarkovStringsOptions, markovStrings } from '../../src/distributions/markovStrings';
import { argmaxStrings, oneHotStrings } from '../../src/distributions/oneHotStrings';
import { stream } from '../../src/rng/stream';

const chain: MarkovStringsOptions = {
  alphabet: 'abc',
  initial: [1 / 2, 1 / 2, 0],
  transitions: [
    [0, 1, 0],
    [1 / 4, 1 / 4, 1 / 2],
    [1, 0, 0],
  ],
  length: 3,
};
const total = (law: Map<string, number>) => [...law.values()].reduce((sum, p) => sum + p, 0);

describe('oneHotStrings and argmaxStrings', () => {
  test('one vector a character, in the order of the alphabet', () => {
    expect([...oneHotStrings(['ba', 'cc'], 'abc')]).toEqual([0, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 1]);
  });

  test('the largest entry is read, and undoes one-hot, also of softened rows', () => {
    const texts = ['nest', 'tane', 'asta'];
    const points = oneHotStrings(texts, 'aents');
    expect(argmaxStrings(points, 'aents', 4)).toEqual(texts);
    const soft = points.map((x) => 0.1 * x + 0.9 / 5);
    expect(argmaxStrings(soft, 'aents', 4)).toEqual(texts);
  });

  test('of equal entries the first is read', () => {
    expect(argmaxStrings([0.2, 0.4, 0.4], 'abc', 1)).toEqual(['b']);
  });

  test.each([
    [() => oneHotStrings([], 'ab'), 'got none'],
    [() => oneHotStrings(['ab', 'a'], 'ab'), 'got "ab" and "a"'],
    [() => oneHotStrings([''], 'ab'), 'length >= 1'],
    [() => oneHotStrings(['ax'], 'ab'), '"x" of "ax" is not in the alphabet "ab"'],
    [() => argmaxStrings([1, 0], '', 1), 'got none'],
    [() => argmaxStrings([1, 0], 'ab', 0), 'got 0'],
    [() => argmaxStrings([1, 0, 1], 'ab', 1), 'a multiple of 1 x 2 coordinates, got 3'],
  ])('bad input is refused (%#)', (call, message) => {
    expect(call).toThrow(message);
  });
});

describe('markovStrings', () => {
  test('the exact law of the strings is the product along the chain', () => {
    expect(Object.fromEntries(markovStrings(chain).nGrams(3))).toEqual({
      aba: 1 / 8,
      abb: 1 / 8,
      abc: 1 / 4,
      bab: 1 / 8,
      bba: 1 / 32,
      bbb: 1 / 32,
      bbc: 1 / 16,
      bca: 1 / 4,
    });
  });

  test('n-grams of fewer characters are those of the strings, counted at all places', () => {
    const law = markovStrings(chain);
    for (const n of [1, 2]) {
      const counted = new Map<string, number>();
      for (const [text, p] of law.nGrams(3))
        for (const [gram, share] of nGramShares([text], n))
          counted.set(gram, (counted.get(gram) ?? 0) + p * share);
      const exact = law.nGrams(n);
      expect(exact.size).toBe(counted.size);
      for (const [gram, p] of exact) expect(counted.get(gram)).toBeCloseTo(p, 14);
      expect(total(exact)).toBeCloseTo(1, 14);
    }
  });

  test('samples follow the law, and forbidden pairs never come', () => {
    const law = markovStrings(chain);
    const points = law.sample(20_000, stream(0, 'strings'));
    expect(points.length).toBe(20_000 * law.dim);
    const texts = argmaxStrings(points, law.alphabet, law.length);
    const some = 100 * law.dim;
    expect(oneHotStrings(texts, law.alphabet).slice(0, some)).toEqual(points.slice(0, some));
    const exact = law.nGrams(3);
    for (const [text, share] of nGramShares(texts, 3))
      expect(share).toBeCloseTo(exact.get(text) as number, 1.7);
  });

  test('the same stream gives the same strings', () => {
    const [a, b] = [0, 0].map((seed) => markovStrings(chain).sample(50, stream(seed, 'strings')));
    expect(a).toEqual(b);
  });

  test.each([
    [{ alphabet: 'aba' }, 'each character once, got "aba"'],
    [{ alphabet: '' }, 'each character once, got ""'],
    [{ length: 0 }, 'length must be an integer >= 1, got 0'],
    [{ initial: [1, 0] }, 'initial must have 3 probabilities, got 2'],
    [{ initial: [0.5, 0.4, 0] }, 'initial must sum to 1, got 0.9'],
    [{ transitions: [[1, 0, 0]] }, 'expected 3 rows of transitions, got 1'],
    [
      {
        transitions: [
          [0, 1, 0],
          [1, 0, 0],
          [2, -1, 0],
        ],
      },
      'row 2 of transitions must hold finite probabilities',
    ],
  ])('bad input is refused: %j', (change, message) => {
    expect(() => markovStrings({ ...chain, ...change })).toThrow(message);
  });

  test.each([0, 4, 1.5])('there are no n-grams of n = %d', (n) => {
    expect(() => markovStrings(chain).nGrams(n)).toThrow(`in 1 … 3, got ${n}`);
  });

  test('no sample of less than one string', () => {
    expect(() => markovStrings(chain).sample(0, stream(0, 'x'))).toThrow('got 0');
  });
});
