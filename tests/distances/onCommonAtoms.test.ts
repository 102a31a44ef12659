import { describe, expect, test } from 'vitest';
import { jensenShannon } from '../../src/distances/jensenShannon';
import { onCommonAtoms } from '../../src/distances/onCommonAtoms';
import { parallelLine } from '../../src/distributions/segment';
import { stream } from '../../src/rng/stream';

describe('onCommonAtoms', () => {
  test('counts shares on the distinct points of either side', () => {
    expect(onCommonAtoms([0, 0, 0, 0, 1, 1], [1, 1, 2, 2], 2)).toEqual({
      p: [2 / 3, 1 / 3, 0],
      q: [0, 1 / 2, 1 / 2],
    });
  });

  test('two independent continuous samples share no point: JS = log 2 at any distance', () => {
    const draw = stream(0, 'atoms');
    const [x, y] = [0, 0].map((theta) => parallelLine(theta).sample(100, draw));
    const { p, q } = onCommonAtoms(x, y, 2);
    expect(jensenShannon(p, q)).toBeCloseTo(Math.LN2, 12);
  });

  test('broken rows are refused', () => {
    expect(() => onCommonAtoms([1], [1, 2], 2)).toThrow('got 1');
  });
});
