import { describe, expect, test } from 'vitest';
import { correlation } from '../../src/statistics/correlation';
import { linearFit } from '../../src/statistics/linearFit';

const x = [0.3, -1, 2, 5, 4.5];
const y = [1, 0.5, 0, 4, -2];

describe('correlation', () => {
  test('by hand', () => {
    expect(correlation([1, 2, 3], [1, 3, 2])).toBeCloseTo(0.5, 15);
  });

  test('its square is R² of the straight line, its sign that of the slope', () => {
    const { rSquared, slope } = linearFit(x, y);
    expect(correlation(x, y) ** 2).toBeCloseTo(rSquared, 14);
    expect(Math.sign(correlation(x, y))).toBe(Math.sign(slope));
  });

  test('is 1 on a rising line, -1 on a falling one, also of very large and very small numbers', () => {
    for (const scale of [1e-200, 1, 1e200]) {
      expect(
        correlation(
          x,
          x.map((v) => scale * (2 * v + 1)),
        ),
      ).toBeCloseTo(1, 14);
      expect(
        correlation(
          x,
          x.map((v) => -scale * v),
        ),
      ).toBeCloseTo(-1, 14);
    }
  });

  test.each([
    [[1, 2], [1], 'two equal lengths >= 2 are needed, got 2 and 1'],
    [[1, 1], [1, 2], 'x must not all be equal, got 1 everywhere'],
    [[1, 2], [1, Number.NaN], 'y must be finite, got NaN at 1'],
    [[1, Number.POSITIVE_INFINITY], [1, 2], 'x must be finite, got Infinity at 1'],
  ])('of %j and %j: %s', (a, b, message) => {
    expect(() => correlation(a, b)).toThrow(`correlation: ${message}`);
  });
});
