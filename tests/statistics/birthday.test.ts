import { describe, expect, test } from 'vitest';
import { stream } from '../../src/rng/stream';
import { birthdaySampleSize, collisionProbability, firstCollision } from '../../src/statistics/birthday';

describe('the birthday problem', () => {
  test('among 23 people two share one of 365 birthdays with probability 0.507297, among 22 with 0.475695', () => {
    expect(collisionProbability(23, 365)).toBeCloseTo(0.5072972343, 9);
    expect(collisionProbability(22, 365)).toBeCloseTo(0.4756953077, 9);
    expect(birthdaySampleSize(365)).toBe(23);
    expect(birthdaySampleSize(365, 0.99)).toBe(57);
  });

  test('agrees with the product of fractions, counted out for small numbers', () => {
    for (const support of [1, 2, 5, 9])
      for (let draws = 0; draws <= support + 2; draws++) {
        let none = 1;
        for (let i = 0; i < draws; i++) none *= Math.max(0, support - i) / support;
        expect(collisionProbability(draws, support)).toBeCloseTo(1 - none, 12);
      }
  });

  test('the smallest sample is the smallest', () => {
    for (const support of [1, 2, 10, 100, 12345])
      for (const probability of [0.1, 0.5, 0.9]) {
        const draws = birthdaySampleSize(support, probability);
        expect(collisionProbability(draws, support)).toBeGreaterThanOrEqual(probability - 1e-12);
        expect(collisionProbability(draws - 1, support)).toBeLessThan(probability);
      }
    expect(birthdaySampleSize(9, 1)).toBe(10); // pigeons and holes
  });

  test('is 1.177 sqrt(support) for large supports, and far ones stay finite', () => {
    expect(birthdaySampleSize(1e12) / Math.sqrt(2 * Math.LN2 * 1e12)).toBeCloseTo(1, 5);
    expect(collisionProbability(2, 1e15)).toBeCloseTo(1e-15, 25);
  });

  test('first collisions of draws have the exact mean', () => {
    // E = sum over s >= 0 of P(no pair among s draws)
    const support = 50;
    let exact = 0;
    for (let s = 0; s <= support; s++) exact += 1 - collisionProbability(s, support);
    const draw = stream(0, 'birthday.test');
    const trials = Array.from({ length: 20000 }, () => firstCollision(() => draw.integer(support)));
    const mean = trials.reduce((sum, v) => sum + v, 0) / trials.length;
    expect(Math.abs(mean - exact)).toBeLessThan(0.15); // its deviation is 0.03
    expect(Math.min(...trials)).toBeGreaterThanOrEqual(2);
  });

  test('wrong input is named', () => {
    expect(() => collisionProbability(-1, 5)).toThrow('draws must be an integer >= 0, got -1');
    expect(() => collisionProbability(2, 0.5)).toThrow('support must be an integer >= 1, got 0.5');
    expect(() => birthdaySampleSize(5, 0)).toThrow('probability must be in (0, 1], got 0');
    let next = 0;
    expect(() => firstCollision(() => next++, 10)).toThrow('no two of 10 draws were the same');
  });
});
