import { describe, expect, test } from 'vitest';
import { jensenShannon } from '../../src/distances/jensenShannon';
import { nGramShares } from '../../src/distances/nGramShares';
import { onCommonKeys } from '../../src/distances/onCommonKeys';

describe('nGramShares', () => {
  test('counts at every place, over all strings', () => {
    expect(Object.fromEntries(nGramShares(['abab', 'b'], 1))).toEqual({ a: 2 / 5, b: 3 / 5 });
    expect(Object.fromEntries(nGramShares(['abab', 'bb'], 2))).toEqual({ ab: 1 / 2, ba: 1 / 4, bb: 1 / 4 });
  });

  test('n-grams do not reach from one string into the next, and shorter strings add none', () => {
    expect(Object.fromEntries(nGramShares(['ab', 'cd', 'e'], 2))).toEqual({ ab: 1 / 2, cd: 1 / 2 });
  });

  test.each([
    [['ab'], 0, 'got 0'],
    [['ab'], 1.5, 'got 1.5'],
    [['ab'], 3, 'at least 3 characters among 1'],
    [[], 1, 'among 0'],
  ])('bad input is refused: %j, n = %d', (strings, n, message) => {
    expect(() => nGramShares(strings, n)).toThrow(message);
  });
});

describe('onCommonKeys', () => {
  test('puts two laws over the outcomes of either', () => {
    const p = new Map([
      ['a', 1 / 4],
      ['b', 3 / 4],
    ]);
    expect(onCommonKeys(p, new Map([['c', 1]]))).toEqual({ p: [1 / 4, 3 / 4, 0], q: [0, 0, 1] });
    expect(onCommonKeys(p, p)).toEqual({ p: [1 / 4, 3 / 4], q: [1 / 4, 3 / 4] });
  });

  test('so that JS is 0 for equal n-grams in another order, and log 2 for strings without a common one', () => {
    const js = (x: string[], y: string[]) => {
      const { p, q } = onCommonKeys(nGramShares(x, 2), nGramShares(y, 2));
      return jensenShannon(p, q);
    };
    expect(js(['ab', 'cd'], ['cd', 'ab'])).toBe(0);
    expect(js(['ab', 'cd'], ['ac', 'db'])).toBeCloseTo(Math.LN2, 14);
  });
});
