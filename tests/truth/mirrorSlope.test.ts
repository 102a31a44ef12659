import { describe, expect, test } from 'vitest';
import { linspace } from '../../src/statistics/linspace';
import { lipschitzLosses } from '../../src/truth/lipschitzLosses';
import { lipschitzOptimum } from '../../src/truth/lipschitzOptimum';
import { mirrorSlope } from '../../src/truth/mirrorSlope';

const losses = ['x', 'exp', 'logSigmoid', 'sqrt'] as const;
const interval = linspace(0.5 + 1 / 2000, 1.5 - 1 / 2000, 1000);

describe('mirrorSlope', () => {
  test('of phi = x is E[U] / lambda', () => {
    expect(mirrorSlope(lipschitzLosses.x(), 0.1, interval)).toBeCloseTo(10, 10);
    expect(mirrorSlope(lipschitzLosses.x(), 2, [1, 2, 6])).toBeCloseTo(1.5, 10);
  });

  test.each([
    ['exp', 1.7289],
    ['logSigmoid', 1.595],
    ['sqrt', 1.5696],
  ] as const)('of %s between two unit squares at distance 2, lambda = 0.1, is %d', (name, k) => {
    expect(mirrorSlope(lipschitzLosses[name](), 0.1, interval)).toBeCloseTo(k, 4);
  });

  test.each(losses)('of %s is the k of the convex program on points and their images', (name) => {
    const heights = [0.4, 0.7, 1.1, 1.2, 2];
    const side = [0.3, -1, 0.2, 2, 0.9];
    const real = heights.map((u, i) => [u, side[i]]);
    const fake = heights.map((u, i) => [-u, side[i]]);
    for (const lambda of [0.05, 1]) {
      const exact = lipschitzOptimum(real, fake, { loss: name, lambda });
      expect(exact.slope / mirrorSlope(lipschitzLosses[name](), lambda, heights)).toBeCloseTo(1, 5);
    }
  });

  test('of the square, where it rises, is so too: E[U] / (lambda / 2 + E[U^2]) for alpha = 1', () => {
    const heights = [0.5, 1, 1.5];
    const k = mirrorSlope(lipschitzLosses.square(), 2, heights);
    expect(k).toBeCloseTo(1 / (1 + 3.5 / 3), 10);
  });

  test('refuses what it cannot tell, by name', () => {
    const { x, square } = lipschitzLosses;
    expect(() => mirrorSlope(square(), 0.1, [0.5, 1.5])).toThrow(
      /square must not fall, but its slope at -1\.\d+ is -/,
    );
    expect(() => mirrorSlope(x(), 0, [1])).toThrow('lambda must be positive and finite, got 0');
    expect(() => mirrorSlope(x(), 1, [])).toThrow('at least one height is needed');
    expect(() => mirrorSlope(x(), 1, [1, -2])).toThrow('heights must be positive and finite, got -2');
  });
});
