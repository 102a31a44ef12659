import { describe, expect, test } from 'vitest';
import { gaussian } from '../../src/distributions/gaussian';
import { stream } from '../../src/rng/stream';
import fixture from '../fixtures/distances.json';

describe('gaussian', () => {
  test.each(fixture.gaussians)('log density in dimension $mean.length equals that of SciPy', (row) => {
    const law = gaussian({ mean: row.mean, covariance: row.covariance });
    expect(law.logDensity(row.x)).toBeCloseTo(row.logDensity, 10);
    expect(law.density(row.x)).toBeCloseTo(Math.exp(row.logDensity), 10);
  });

  test('one dimension takes bare numbers, and its density has mass 1', () => {
    const law = gaussian({ mean: 1, std: 2 });
    let mass = 0;
    for (let x = -19; x < 21; x += 0.01) mass += law.density(x) * 0.01;
    expect(mass).toBeCloseTo(1, 9);
    expect(law.density(1)).toBeCloseTo(1 / (2 * Math.sqrt(2 * Math.PI)), 12);
    expect(law.density([1])).toBe(law.density(1));
  });

  test('samples have the mean and the covariance asked for', () => {
    const covariance = [
      [2, -0.6],
      [-0.6, 0.5],
    ];
    const n = 40_000;
    const x = gaussian({ mean: [3, -1], covariance }).sample(n, stream(0, 'gaussian'));
    const moment = (f: (a: number, b: number) => number) => {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += f(x[2 * i] - 3, x[2 * i + 1] + 1);
      return sum / n;
    };
    expect(moment((a) => a)).toBeCloseTo(0, 1.5);
    expect(moment((_, b) => b)).toBeCloseTo(0, 1.5);
    expect(moment((a) => a * a)).toBeCloseTo(2, 1);
    expect(moment((a, b) => a * b)).toBeCloseTo(-0.6, 1.3);
    expect(moment((_, b) => b * b)).toBeCloseTo(0.5, 1.5);
  });

  test('impossible parameters are refused by name', () => {
    expect(() => gaussian({ mean: 0, std: 0 })).toThrow('std must be finite and > 0, got 0');
    expect(() => gaussian({ mean: [], std: 1 })).toThrow('got none');
    expect(() => gaussian({ mean: Number.NaN })).toThrow('mean must be finite, got NaN');
    expect(() => gaussian({ mean: [0, 0], covariance: [[1]] })).toThrow('[2, 2]');
    expect(() =>
      gaussian({
        mean: [0, 0],
        covariance: [
          [1, 2],
          [2, 1],
        ],
      }),
    ).toThrow('positive definite');
    expect(() =>
      gaussian({
        mean: [0, 0],
        covariance: [
          [1, 0.5],
          [0, 1],
        ],
      }),
    ).toThrow('symmetric');
    expect(() => gaussian({ mean: 0, std: 1, covariance: [[1]] })).toThrow('got both');
    expect(() => gaussian({ mean: [0, 0] }).density([1, 2, 3])).toThrow('2 coordinate(s), got 3');
    expect(() => gaussian({ mean: 0 }).sample(0, stream(0, 'x'))).toThrow('got 0');
  });
});
