import { describe, expect, test } from 'vitest';
import { quantile } from '../../src/statistics/quantile';

describe('quantile', () => {
  test('is linear between neighbours in the order, as numpy.quantile', () => {
    const x = [7, 1, 3, 10]; // numpy.quantile([7, 1, 3, 10], [0, .1, .25, .5, .75, .99, 1])
    const expected = { 0: 1, 0.1: 1.6, 0.25: 2.5, 0.5: 5, 0.75: 7.75, 0.99: 9.91, 1: 10 };
    for (const [p, q] of Object.entries(expected)) expect(quantile(x, Number(p))).toBeCloseTo(q, 12);
  });

  test('of 0, 1, …, n it is p n', () => {
    const x = Array.from({ length: 101 }, (_, k) => 100 - k);
    for (const p of [0, 0.123, 0.5, 0.999, 1]) expect(quantile(x, p)).toBeCloseTo(100 * p, 10);
  });

  test('never falls with p, moves with the numbers, and the input stays as it is', () => {
    const x = Float32Array.of(3, -1, 4, 1, -5);
    const at = [0, 0.2, 0.4, 0.6, 0.8, 1].map((p) => quantile(x, p));
    expect([...at].sort((a, b) => a - b)).toEqual(at);
    expect(
      quantile(
        x.map((v) => 2 * v + 1),
        0.3,
      ),
    ).toBeCloseTo(2 * quantile(x, 0.3) + 1, 10);
    expect(x).toEqual(Float32Array.of(3, -1, 4, 1, -5));
  });

  test('of a single number it is that number, and infinities have their place', () => {
    expect(quantile([4], 0.3)).toBe(4);
    expect(quantile([1, Infinity, 2], 0.5)).toBe(2);
    expect(quantile([1, Infinity], 1)).toBe(Infinity);
  });

  test('no numbers, NaN, and a share outside [0, 1] are refused', () => {
    expect(() => quantile([], 0.5)).toThrow('at least one number is needed, got none');
    expect(() => quantile([1, NaN], 0.5)).toThrow('NaN');
    for (const p of [-0.1, 1.1, NaN]) expect(() => quantile([1], p)).toThrow(`p must be in [0, 1], got ${p}`);
  });
});
