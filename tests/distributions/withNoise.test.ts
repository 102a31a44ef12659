import { describe, expect, test } from 'vitest';
import { empirical } from '../../src/distributions/empirical';
import { gaussian } from '../../src/distributions/gaussian';
import { withNoise } from '../../src/distributions/withNoise';
import { stream } from '../../src/rng/stream';
import { mean } from '../../src/statistics/means';

const variance = (x: ArrayLike<number>) => mean(Array.from(x, (v) => v ** 2)) - mean(Array.from(x)) ** 2;

describe('withNoise', () => {
  test('a Gaussian stays a Gaussian, and the variances add', () => {
    const x = withNoise(gaussian({ mean: 3, std: 2 }), 1.5).sample(40_000, stream(0, 'noise'));
    expect(mean(x)).toBeCloseTo(3, 1);
    expect(variance(x)).toBeCloseTo(4 + 2.25, 0.8);
  });

  test('has std 1 in every coordinate unless told otherwise, and the coordinates are independent', () => {
    const law = withNoise(empirical([1, -2], 2));
    expect(law.dim).toBe(2);
    const points = law.sample(40_000, stream(0, 'noise'));
    const x = points.filter((_, k) => k % 2 === 0);
    const y = points.filter((_, k) => k % 2 === 1);
    expect(mean(x)).toBeCloseTo(1, 1.5);
    expect(mean(y)).toBeCloseTo(-2, 1.5);
    expect(variance(x)).toBeCloseTo(1, 1.2);
    expect(variance(y)).toBeCloseTo(1, 1.2);
    expect(mean(Array.from(x, (v, k) => (v - 1) * (y[k] + 2)))).toBeCloseTo(0, 1.5);
  });

  test('says what it is, and the same seed gives the same points', () => {
    const law = withNoise(gaussian({ mean: 0 }), 0.5);
    expect(law.name).toContain('noise of std 0.5');
    expect(law.sample(5, stream(1, 'a'))).toEqual(law.sample(5, stream(1, 'a')));
    expect(law.sample(5, stream(1, 'a'))).not.toEqual(law.sample(5, stream(2, 'a')));
  });

  test('noise without a positive size, and no points, are refused', () => {
    const law = gaussian({ mean: 0 });
    for (const std of [0, -1, NaN, Infinity])
      expect(() => withNoise(law, std)).toThrow(`std must be finite and > 0, got ${std}`);
    expect(() => withNoise(law).sample(0, stream(0, 'x'))).toThrow('got 0');
  });
});
