import { describe, expect, test } from 'vitest';
import { stream } from '../../src/rng/stream';

const draw = (n: number, next: () => number) => Array.from({ length: n }, next);
const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe('stream', () => {
  test('the same seed and purpose give the same numbers, frozen for all time', () => {
    const s = stream(0, 'test');
    expect(draw(3, s.uniform)).toEqual(draw(3, stream(0, 'test').uniform));
    expect(draw(3, stream(0, 'test').uniform)).toMatchInlineSnapshot(`
      [
        0.7376430849835698,
        0.8688840742364501,
        0.34727297367899,
      ]
    `);
  });

  test('seeds, purposes and splits give different numbers', () => {
    const first = [
      stream(0, 'a'),
      stream(1, 'a'),
      stream(0, 'b'),
      stream(0, 'a').split('x'),
      stream(0, 'a').split(0),
      stream(0, 'a').split(1),
    ].map((s) => s.uniform());
    expect(new Set(first).size).toBe(first.length);
  });

  test('a split does not depend on what was drawn before', () => {
    const s = stream(3, 'a');
    const before = s.split('x').uniform();
    s.normal();
    expect(s.split('x').uniform()).toBe(before);
  });

  test('uniform numbers fill [0, 1) evenly: chi-square over 100 bins below its 1e-6 quantile', () => {
    const s = stream(1, 'uniform');
    const counts = new Array(100).fill(0);
    for (let i = 0; i < 100_000; i++) counts[Math.floor(s.uniform() * 100)]++;
    const chi2 = counts.reduce((sum, c) => sum + (c - 1000) ** 2 / 1000, 0);
    expect(chi2).toBeLessThan(180); // 99 degrees of freedom
    expect(chi2).toBeGreaterThan(40);
  });

  test('normal numbers have the moments of N(0, 1) and the right tail', () => {
    const values = draw(100_000, stream(2, 'normal').normal);
    expect(mean(values)).toBeCloseTo(0, 1.7);
    expect(mean(values.map((v) => v ** 2))).toBeCloseTo(1, 1.5);
    expect(mean(values.map((v) => v ** 4))).toBeCloseTo(3, 0.8);
    const beyond = values.filter((v) => Math.abs(v) > 1.959964).length / values.length;
    expect(Math.abs(beyond - 0.05)).toBeLessThan(0.004);
  });

  test('neighbouring normals of a Box-Muller pair and neighbouring seeds are uncorrelated', () => {
    const s = stream(4, 'pairs');
    const products = draw(50_000, () => s.normal() * s.normal());
    expect(Math.abs(mean(products))).toBeLessThan(0.02);
    const seeds = Array.from(
      { length: 5000 },
      (_, i) => stream(i, 'x').normal() * stream(i + 1, 'x').normal(),
    );
    expect(Math.abs(mean(seeds))).toBeLessThan(0.06);
  });

  test('a permutation holds every index once, and all orders of three are equally likely', () => {
    const s = stream(5, 'permutation');
    expect(s.permutation(50).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, i) => i));
    expect(s.permutation(0)).toEqual([]);
    const counts = new Map<string, number>();
    for (let i = 0; i < 6000; i++) {
      const key = s.permutation(3).join('');
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });

  test('integers cover 0 … n - 1', () => {
    const s = stream(6, 'integer');
    expect(new Set(draw(200, () => s.integer(5)))).toEqual(new Set([0, 1, 2, 3, 4]));
  });

  test.each([-1, 0.5, Number.NaN, 2 ** 60])('seed %s is refused by name', (seed) => {
    expect(() => stream(seed, 'x')).toThrow(`seed must be an integer >= 0, got ${seed}`);
  });

  test('empty purposes and impossible sizes are refused', () => {
    expect(() => stream(0, '')).toThrow('purpose');
    expect(() => stream(0, 'x').split('')).toThrow('purpose');
    expect(() => stream(0, 'x').integer(0)).toThrow('got 0');
    expect(() => stream(0, 'x').permutation(1.5)).toThrow('got 1.5');
  });
});
