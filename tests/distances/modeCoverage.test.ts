import { describe, expect, test } from 'vitest';
import { modeCoverage } from '../../src/distances/modeCoverage';
import { equalGaussians } from '../../src/distributions/equalGaussians';
import { gridOfGaussians } from '../../src/distributions/gridOfGaussians';
import { ringOfGaussians } from '../../src/distributions/ringOfGaussians';
import { stream } from '../../src/rng/stream';

const line = { centres: [[0], [10], [20], [30]], std: 1 };

describe('modeCoverage', () => {
  test.each([
    ['8 Gaussians', ringOfGaussians()],
    ['25 Gaussians', gridOfGaussians()],
  ])('a perfect generator of %s captures all, with 1 - exp(-9/2) = 98.89 % of high quality', (_, law) => {
    const n = 20_000;
    const { captured, highQuality, reverseKullbackLeibler, shares } = modeCoverage(
      law.sample(n, stream(0, 'perfect')),
      law,
    );
    const expected = 1 - Math.exp(-4.5);
    expect(captured).toBe(law.centres.length);
    expect(Math.abs(highQuality - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / n));
    expect(reverseKullbackLeibler).toBeLessThan(law.centres.length / n); // 2 n KL is chi-squared with modes - 1 degrees
    expect(shares.reduce((a, b) => a + b)).toBeCloseTo(highQuality, 12);
  });

  test.each([1, 2, 3])(
    'within %d standard deviations in one dimension lies the share erf(k / sqrt 2)',
    (within) => {
      const law = equalGaussians([[0], [100]], 2);
      const share = [0.6826894921, 0.954499736, 0.9973002039][within - 1];
      const { highQuality } = modeCoverage(law.sample(40_000, stream(0, 'line')), law, { within });
      expect(Math.abs(highQuality - share)).toBeLessThan(0.01);
    },
  );

  test('one mode alone has reverse KL log 8, or log 25', () => {
    const ring = ringOfGaussians();
    const grid = gridOfGaussians();
    const collapsed = ring.centres.slice(3, 4);
    expect(modeCoverage(collapsed, ring)).toMatchObject({ captured: 1, highQuality: 1 });
    expect(modeCoverage(collapsed, ring).reverseKullbackLeibler).toBeCloseTo(Math.log(8), 12);
    expect(modeCoverage(grid.centres.slice(0, 1), grid).reverseKullbackLeibler).toBeCloseTo(Math.log(25), 12);
  });

  test('points in shares 1/2, 1/4, 1/4, 0 have reverse KL log 4 - 3/2 log 2', () => {
    const { reverseKullbackLeibler, shares, captured } = modeCoverage([0.5, -0.5, 10, 20], line);
    expect(reverseKullbackLeibler).toBeCloseTo(Math.log(4) - 1.5 * Math.log(2), 12);
    expect(shares).toEqual([0.5, 0.25, 0.25, 0]);
    expect(captured).toBe(3);
  });

  test('a point belongs to the nearest mode and counts only strictly within 3 standard deviations', () => {
    const { shares, highQuality } = modeCoverage([2.99, 3, 5, 7.01], line);
    expect(shares).toEqual([0.25, 0.25, 0, 0]);
    expect(highQuality).toBe(0.5);
    expect(modeCoverage([2.99, 3, 5, 7.01], line, { within: 6 }).shares).toEqual([0.75, 0.25, 0, 0]);
  });

  test('a mode with less than the least share is not captured', () => {
    const points = [...new Array(98).fill(0), 10, 10, ...new Array(100).fill(20)];
    expect(modeCoverage(points, line).captured).toBe(3);
    expect(modeCoverage(points, line, { leastShare: 0.01 }).captured).toBe(3);
    expect(modeCoverage(points, line, { leastShare: 0.011 }).captured).toBe(2);
  });

  test('without a point of high quality there is no reverse KL', () => {
    const nothing = modeCoverage([5, 15, 1000], line);
    expect(nothing).toMatchObject({ captured: 0, highQuality: 0, shares: [0, 0, 0, 0] });
    expect(nothing.reverseKullbackLeibler).toBeNaN();
  });

  test('rows and flattened points are the same', () => {
    const ring = ringOfGaussians();
    const flat = ring.sample(50, stream(0, 'rows'));
    const rows = Array.from({ length: 50 }, (_, i) => [flat[2 * i], flat[2 * i + 1]]);
    expect(modeCoverage(rows, ring)).toEqual(modeCoverage(flat, ring));
  });

  test('what makes no sense is refused by name', () => {
    expect(() => modeCoverage([], line)).toThrow('points must have at least one point, got none');
    expect(() => modeCoverage([1, Number.NaN], line)).toThrow('points must hold finite coordinates');
    expect(() => modeCoverage([1], { centres: [], std: 1 })).toThrow(
      'at least one centre is needed, got none',
    );
    expect(() => modeCoverage([1], { ...line, std: 0 })).toThrow('std must be finite and > 0, got 0');
    expect(() => modeCoverage([1], line, { within: -1 })).toThrow('within must be finite and > 0, got -1');
    expect(() => modeCoverage([1], line, { leastShare: 2 })).toThrow('leastShare must be in [0, 1], got 2');
    expect(() => modeCoverage([[1, 2]], line)).toThrow(
      'points must all have 1 coordinates, got 2 in point 0',
    );
  });
});
