import { describe, expect, test } from 'vitest';
import { earthMover } from '../../src/distances/earthMover';
import { linspace } from '../../src/statistics/linspace';
import { mean } from '../../src/statistics/means';
import { compactDual } from '../../src/truth/compactDual';
import { dualExcess } from '../../src/truth/dualExcess';

const gradients: [number, number][] = [
  [1, 0],
  [-1, 0],
  [0, 0],
  [5, 0],
  [0.6, -0.8],
  [-3, 4],
];
const whole = (x: number) => linspace(0, 1, 401).map((y) => [x, y]);

describe('the compact dual of W1', () => {
  test.each(gradients)('an f with the gradient (%d, %d) at the fakes is feasible and attains W1', (g, h) => {
    for (const atoms of [1, 4, 25]) {
      const f = compactDual({ gradient: [g, h], atoms });
      const { distance } = earthMover(f.real, f.fake, { dim: 2 });
      expect(distance).toBeCloseTo(1, 12);
      expect(f.distance).toBe(1);
      expect(mean(f.values(f.real)) - mean(f.values(f.fake))).toBeCloseTo(distance, 12);
      expect(dualExcess(f.values, f.real, f.fake, 2)).toBeLessThanOrEqual(1e-12);
      f.gradients(f.fake).forEach((slope, k) => {
        expect(slope).toBeCloseTo(k % 2 ? h : g, 12);
      });
    }
  });

  test.each(gradients)('gradients are the central differences of the values, (%d, %d)', (g, h) => {
    const f = compactDual({ gradient: [g, h], atoms: 5 });
    for (const point of [
      [0, 0.1],
      [0.3, 0.72],
      [1, 0.5],
      [-0.4, 0.33],
      [1.7, 1.2],
    ]) {
      const slope = f.gradients(point);
      point.forEach((_, d) => {
        const moved = (by: number) => f.values(point.map((v, k) => (k === d ? v + by : v)))[0];
        expect((moved(1e-6) - moved(-1e-6)) / 2e-6).toBeCloseTo(slope[d], 6);
      });
    }
  });

  test('on the whole lines it stays feasible for a gradient across, and fails by |h| / 2 pi n for one along', () => {
    for (const [g, h] of gradients)
      for (const atoms of [5, 50]) {
        const f = compactDual({ gradient: [g, h], atoms });
        const excess = dualExcess(f.values, whole(1), whole(0));
        expect(excess).toBeCloseTo(Math.abs(h) / (2 * Math.PI * atoms), h === 0 ? 12 : 4);
      }
  });

  test('bad input is named', () => {
    expect(() => compactDual({ gradient: [1, NaN], atoms: 3 })).toThrow(
      'gradient must be finite, got NaN at 1',
    );
    expect(() => compactDual({ gradient: [1, 0], atoms: 2.5 })).toThrow(
      'atoms must be an integer >= 1, got 2.5',
    );
    expect(() => compactDual({ gradient: [1, 0], atoms: 2 }).values([1, 2, 3])).toThrow('got 3');
  });
});

describe('the excess over the constraint', () => {
  test('is largest over all pairs', () => {
    const twice = (points: ArrayLike<number>) => Float64Array.from(points, (x) => 2 * x);
    expect(dualExcess(twice, [[3]], [[0], [1]])).toBe(3); // 6 - 0 - 3
    expect(dualExcess(twice, [[0]], [[3]])).toBe(-9); // 0 - 6 - 3
    expect(dualExcess(twice, [0, 4], [0, 4], 1)).toBe(4);
  });

  test('of clouds that do not fit is named', () => {
    expect(() => dualExcess(() => [0], [[0, 0]], [[1]])).toThrow('got 2 and 1');
    expect(() => dualExcess(() => [0], [], [[1]])).toThrow('x must have at least one point');
  });
});
