import { describe, expect, test } from 'vitest';
import { prokhorovDistance } from '../../src/distances/prokhorovDistance';
import { stream } from '../../src/rng/stream';

const line = (...at: number[]) => at.map((x) => [x]);

/** From the definition: the largest excess P(A) - Q(A^eps) over all sets of atoms, for each eps that matters. */
function bySubsets(x: number[][], y: number[][], p: number[], q: number[]): number {
  const distance = (i: number, j: number) => Math.hypot(...x[i].map((value, d) => value - y[j][d]));
  const excess = (eps: number) => {
    let largest = 0;
    for (let set = 0; set < 2 ** x.length; set++) {
      const held = x.map((_, i) => i).filter((i) => (set >> i) & 1);
      const near = q.filter((_, j) => held.some((i) => distance(i, j) <= eps));
      const sum = (masses: number[]) => masses.reduce((total, mass) => total + mass, 0);
      largest = Math.max(largest, sum(held.map((i) => p[i])) - sum(near));
    }
    return largest;
  };
  const candidates = [0, ...x.flatMap((_, i) => y.map((_, j) => distance(i, j)))];
  return Math.min(...candidates.map((eps) => Math.max(eps, excess(eps))));
}

describe('prokhorovDistance', () => {
  test('of two atoms it is their distance, at most 1', () => {
    expect(prokhorovDistance(line(0), line(0.25))).toBe(0.25);
    expect(prokhorovDistance(line(0), line(7))).toBe(1);
  });

  test('a small mass that goes far counts as its mass', () => {
    expect(prokhorovDistance(line(0), line(0, 100), { weightsY: [0.875, 0.125] })).toBe(0.125);
  });

  test('stops between two distances, where it has grown to the stranded mass', () => {
    expect(prokhorovDistance(line(0, 1), line(0.1, 3), {})).toBe(0.5);
  });

  test('is the definition by sets of points, and symmetric', () => {
    const draw = stream(0, 'prokhorov');
    for (let round = 0; round < 60; round++) {
      const [n, m] = [1 + draw.integer(6), 1 + draw.integer(6)];
      const cloud = (size: number) => Array.from({ length: size }, () => [draw.uniform(), draw.uniform()]);
      const masses = (size: number) => {
        const raw = Array.from({ length: size }, () => draw.uniform() ** 3 + 1e-3);
        return raw.map((mass) => mass / raw.reduce((a, b) => a + b));
      };
      const [x, y, p, q] = [cloud(n), cloud(m), masses(n), masses(m)];
      const distance = prokhorovDistance(x, y, { weightsX: p, weightsY: q });
      expect(distance).toBeCloseTo(bySubsets(x, y, p, q), 12);
      expect(prokhorovDistance(y, x, { weightsX: q, weightsY: p })).toBeCloseTo(distance, 12);
    }
  });

  test('of a law and itself is 0, also in another order', () => {
    expect(prokhorovDistance(line(1, 2, 3), line(3, 1, 2))).toBe(0);
  });

  test('obeys the triangle inequality', () => {
    const draw = stream(1, 'prokhorov');
    for (let round = 0; round < 30; round++) {
      const [a, b, c] = [0, 1, 2].map(() => Array.from({ length: 5 }, () => [draw.normal(), draw.normal()]));
      const around = prokhorovDistance(a, b) + prokhorovDistance(b, c);
      expect(prokhorovDistance(a, c)).toBeLessThanOrEqual(around + 1e-12);
    }
  });

  test('says what is wrong with its input', () => {
    expect(() => prokhorovDistance([], line(1))).toThrow('x must have at least one point, got none');
    expect(() => prokhorovDistance(line(1), [[1, 2]])).toThrow('same dimension, got 1 and 2');
    expect(() => prokhorovDistance(line(1), line(1), { weightsX: [0.5] })).toThrow('must sum to 1, got 0.5');
  });
});
