import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { multiplicativeWeights } from '../../src/training/multiplicativeWeights';
import { equilibriumBound } from '../../src/truth/equilibriumBound';
import { exploitability } from '../../src/truth/exploitability';

const payoffs = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 })).chain(([m, n]) => {
  const row = fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: n, maxLength: n });
  return fc.array(row, { minLength: m, maxLength: m });
});

describe('multiplicativeWeights', () => {
  test('the gap of the averages is within the bound, in every game and after any number of steps', () => {
    fc.assert(
      fc.property(payoffs, fc.integer({ min: 1, max: 200 }), (payoff, steps) => {
        const { row, column } = multiplicativeWeights(payoff, { steps });
        const flat = payoff.flat();
        const range = Math.max(...flat) - Math.min(...flat);
        const bound = equilibriumBound({
          rows: payoff.length,
          columns: payoff[0].length,
          size: steps,
          range,
        });
        expect(exploitability(payoff, row, column).gap).toBeLessThanOrEqual(bound + 1e-9);
      }),
    );
  });

  test('the first step is uniform, the second by the exponential of the payoffs against it', () => {
    const payoff = [
      [0, 4],
      [2, 1],
      [0, 0],
    ];
    const once = multiplicativeWeights(payoff, { steps: 1 });
    expect([...once.row, ...once.column]).toEqual(
      [1 / 3, 1 / 3, 1 / 3, 1 / 2, 1 / 2].map((w) => expect.closeTo(w, 15)),
    );
    const twice = multiplicativeWeights(payoff, { steps: 2, rates: [0.8, 0.4] });
    const [x, y] = [
      [2, 1.5, 0].map((paid) => Math.exp((0.8 * paid) / 4)),
      [2 / 3, 5 / 3].map((paid) => Math.exp((-0.4 * paid) / 4)),
    ];
    const share = (powers: number[], k: number) => powers[k] / powers.reduce((a, b) => a + b);
    twice.row.forEach((weight, k) => {
      expect(weight).toBeCloseTo((1 / 3 + share(x, k)) / 2, 14);
    });
    twice.column.forEach((weight, k) => {
      expect(weight).toBeCloseTo((1 / 2 + share(y, k)) / 2, 14);
    });
  });

  test('the unit of the payoff does not matter, nor a shift; rate 0 never leaves the uniform weights', () => {
    const payoff = [
      [1, -1, 0.5],
      [-1, 1, 0],
    ];
    const moved = payoff.map((row) => row.map((paid) => 1e6 * paid + 3e7));
    const [here, there] = [payoff, moved].map((game) => multiplicativeWeights(game, { steps: 50 }));
    here.column.forEach((weight, k) => {
      expect(there.column[k]).toBeCloseTo(weight, 9);
    });
    const still = multiplicativeWeights(payoff, { steps: 9, rates: [0, 0] });
    for (const weight of still.row) expect(weight).toBeCloseTo(1 / 2, 15);
    const equal = multiplicativeWeights([[2, 2]], { steps: 3 });
    expect(Array.from(equal.column)).toEqual([expect.closeTo(1 / 2, 15), expect.closeTo(1 / 2, 15)]);
  });

  test('bad input is named', () => {
    expect(() => multiplicativeWeights([[1]], { steps: 0 })).toThrow('steps must be an integer >= 1, got 0');
    expect(() => multiplicativeWeights([[1]], { steps: 1, rates: [1, NaN] })).toThrow('got NaN');
    expect(() => multiplicativeWeights([[1], [NaN]], { steps: 1 })).toThrow('got NaN in row 1, column 0');
  });
});
