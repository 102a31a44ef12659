import { describe, expect, test } from 'vitest';
import { assignment } from '../../src/distances/assignment';
import { stream } from '../../src/rng/stream';
import fixture from '../fixtures/distances.json';

/** The cheapest of all n! assignments. */
function bruteForce(cost: number[][]): number {
  const search = (row: number, used: Set<number>): number => {
    if (row === cost.length) return 0;
    let best = Number.POSITIVE_INFINITY;
    for (let j = 0; j < cost.length; j++)
      if (!used.has(j)) best = Math.min(best, cost[row][j] + search(row + 1, new Set(used).add(j)));
    return best;
  };
  return search(0, new Set());
}

function randomCosts(n: number, seed: number): number[][] {
  const s = stream(seed, 'costs');
  return Array.from({ length: n }, () => Array.from({ length: n }, () => Math.round(20 * s.normal()) / 2));
}

describe('assignment', () => {
  test.each(fixture.assignments)('$n points in dimension $d, against SciPy', ({ n, d, x, y, cost }) => {
    const distance = (i: number, j: number) =>
      Math.hypot(...Array.from({ length: d }, (_, k) => x[i * d + k] - y[j * d + k]));
    expect(assignment(n, distance).cost).toBeCloseTo(cost, 10);
  });

  test('equals brute force on 100 problems with ties and negative costs, and certifies itself', () => {
    for (let seed = 0; seed < 100; seed++) {
      const costs = randomCosts(1 + (seed % 6), seed);
      const { columns, cost, rowPotential, columnPotential } = assignment(
        costs.length,
        (i, j) => costs[i][j],
      );
      expect(cost).toBeCloseTo(bruteForce(costs), 10);
      expect(new Set(columns).size).toBe(costs.length);
      let dual = 0;
      costs.forEach((row, i) => {
        dual += rowPotential[i] + columnPotential[i];
        row.forEach((c, j) => {
          expect(rowPotential[i] + columnPotential[j]).toBeLessThanOrEqual(c + 1e-9);
        });
        expect(rowPotential[i] + columnPotential[columns[i]]).toBeCloseTo(row[columns[i]], 9);
      });
      expect(dual).toBeCloseTo(cost, 9);
    }
  });

  test('all costs equal, n = 1 and n = 300 end', () => {
    expect(assignment(300, () => 1).cost).toBe(300);
    expect(assignment(1, () => -2).cost).toBe(-2);
  });

  test('costs that are not finite and empty problems are refused', () => {
    expect(() => assignment(2, (i, j) => (i + j === 2 ? Number.NaN : 0))).toThrow(
      'cost(1, 1) must be finite, got NaN',
    );
    expect(() => assignment(0, () => 0)).toThrow('got 0');
  });
});
