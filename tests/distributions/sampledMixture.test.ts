import { describe, expect, test } from 'vitest';
import { sampledMixture } from '../../src/distributions/sampledMixture';
import { stream } from '../../src/rng/stream';
import { equilibriumBound } from '../../src/truth/equilibriumBound';
import { exploitability } from '../../src/truth/exploitability';
import { matrixGame } from '../../src/truth/matrixGame';

describe('sampledMixture', () => {
  test('weights are multiples of 1 / T that sum to 1, and components of weight 0 never come', () => {
    const weights = sampledMixture([0, 0.5, 0, 0.3, 0.2, 0], 16, stream(0, 'draws'));
    for (const weight of weights) expect(Number.isInteger(16 * weight)).toBe(true);
    expect(weights.reduce((a, b) => a + b)).toBe(1);
    expect([weights[0], weights[2], weights[5]]).toEqual([0, 0, 0]);
    expect(Array.from(sampledMixture([0, 1, 0], 7, stream(0, 'one')))).toEqual([0, 1, 0]);
  });

  test('each component comes as often as its weight says: mean w, variance w (1 - w) / T', () => {
    const weights = [0.1, 0.6, 0.3];
    const source = stream(1, 'many');
    const many = Array.from({ length: 4_000 }, (_, k) => sampledMixture(weights, 5, source.split(k)));
    weights.forEach((w, i) => {
      const mean = many.reduce((sum, one) => sum + one[i], 0) / many.length;
      const variance = many.reduce((sum, one) => sum + (one[i] - w) ** 2, 0) / many.length;
      expect(Math.abs(mean - w)).toBeLessThan(4 * Math.sqrt((w * (1 - w)) / 5 / many.length));
      expect(variance).toBeCloseTo((w * (1 - w)) / 5, 2.5);
    });
  });

  test('the same stream gives the same mixture', () => {
    const draw = () => Array.from(sampledMixture([0.2, 0.8], 30, stream(3, 'same')));
    expect(draw()).toEqual(draw());
  });

  test('played in a game, its mean gap is within the bound', async () => {
    const source = stream(4, 'game');
    const payoff = Array.from({ length: 20 }, () =>
      Array.from({ length: 30 }, () => Math.sign(source.uniform() - 0.5)),
    );
    const { row, column } = await matrixGame(payoff);
    for (const size of [1, 10, 100]) {
      const gaps = Array.from({ length: 50 }, (_, k) => {
        const draw = source.split(size).split(k);
        const [x, y] = [row, column].map((best, side) => sampledMixture(best, size, draw.split(side)));
        return exploitability(payoff, x, y).gap;
      });
      const bound = equilibriumBound({ rows: 20, columns: 30, size, range: 2 });
      expect(gaps.reduce((a, b) => a + b) / gaps.length).toBeLessThan(bound);
    }
  });

  test('bad input is named', () => {
    expect(() => sampledMixture([0.5, 0.4], 1, stream(0, 'x'))).toThrow('weights must sum to 1, got 0.9');
    expect(() => sampledMixture([1], 0, stream(0, 'x'))).toThrow('integer >= 1, got 0');
  });
});
