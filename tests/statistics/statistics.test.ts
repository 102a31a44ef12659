import { describe, expect, test } from 'vitest';
import { derivative } from '../../src/statistics/derivative';
import { linearFit } from '../../src/statistics/linearFit';
import { linspace } from '../../src/statistics/linspace';
import { mean, rootMeanSquareError } from '../../src/statistics/means';
import { descend } from '../../src/training/descend';

describe('statistics', () => {
  test('linspace has both ends, and an exact 0 in the middle of a symmetric range', () => {
    expect(linspace(-1, 1, 5)).toEqual([-1, -0.5, 0, 0.5, 1]);
    expect(linspace(-1, 1, 201)[100]).toBe(0);
    expect(() => linspace(0, 1, 1)).toThrow('got 1');
    expect(() => linspace(0, Number.NaN, 3)).toThrow('NaN');
  });

  test('mean, with and without weights', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(mean([1, 2], [3, 1])).toBe(1.25);
    expect(() => mean([])).toThrow('got none');
    expect(() => mean([1], [0])).toThrow('got 0');
    expect(() => mean([1], [1, 2])).toThrow('1 numbers but 2 weights');
  });

  test('root mean square error', () => {
    expect(rootMeanSquareError([0, 0], [3, 4])).toBeCloseTo(Math.sqrt(12.5), 15);
    expect(() => rootMeanSquareError([1], [])).toThrow('got 1 and 0');
  });

  test('a linear fit of a line is the line; of x^2 on a symmetric grid it explains nothing', () => {
    const x = linspace(-2, 2, 9);
    expect(
      linearFit(
        x,
        x.map((v) => 3 * v - 1),
      ),
    ).toEqual({ slope: 3, intercept: -1, rSquared: 1 });
    expect(
      linearFit(
        x,
        x.map((v) => v * v),
      ).rSquared,
    ).toBeCloseTo(0, 15);
    // Anscombe's first quartet: slope 0.500, intercept 3.00, R^2 0.67
    const fit = linearFit(
      [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5],
      [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68],
    );
    expect(fit.slope).toBeCloseTo(0.5001, 4);
    expect(fit.intercept).toBeCloseTo(3.0001, 4);
    expect(fit.rSquared).toBeCloseTo(0.6665, 4);
    expect(() => linearFit([1, 1], [1, 2])).toThrow('got 1 everywhere');
  });

  test('the derivative of exp is exp', () => {
    expect(derivative(Math.exp, 1)).toBeCloseTo(Math.E, 8);
    expect(() => derivative(Math.exp, 1, 0)).toThrow('got 0');
  });

  test('descent on |theta| reaches 0 within a step, on a constant it stays', () => {
    const options = { start: 1, learningRate: 0.3, steps: 10 };
    expect(Math.abs(descend(Math.sign, options)[10])).toBeLessThanOrEqual(0.3);
    expect(descend(() => 0, options)).toEqual(new Array(11).fill(1));
    expect(() => descend(Math.sign, { ...options, steps: 0 })).toThrow('got 0');
  });
});
