import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignment } from '../../src/distances/assignment';
import { earthMoverFromCost } from '../../src/distances/earthMoverFromCost';
import { groundCost } from '../../src/distances/groundCost';
import { networkSimplex } from '../../src/distances/networkSimplex';
import { stream } from '../../src/rng/stream';
import fixture from '../fixtures/earthMover.json';
import { expectCertified } from './certificate';

/** Whole masses with zeros and many ties, spread so that both sides have the same total. */
function wholeMasses(seed: number, n: number, total: number): number[] {
  const draw = stream(seed, `masses/${n}`);
  const masses = new Array<number>(n).fill(0);
  for (let k = 0; k < total; k++) masses[draw.integer(n)]++;
  return masses;
}

function randomMasses(seed: number, n: number): number[] {
  const draw = stream(seed, `masses/${n}`);
  const masses = Array.from({ length: n }, () => draw.uniform() ** 3);
  const total = masses.reduce((x, y) => x + y);
  return masses.map((mass) => mass / total);
}

describe('against POT', () => {
  test.each(fixture.costs)('$n x $m costs', ({ n, m, cost, a, b, distance }) => {
    const ours = earthMoverFromCost(cost, a, b);
    expect(Math.abs(ours.distance - distance)).toBeLessThan(1e-9 * (1 + Math.abs(distance)));
    expectCertified(ours, (i, j) => cost[i * m + j], a, b);
    expect(earthMoverFromCost((i, j) => cost[i * m + j], a, b)).toEqual(ours);
    expect([n, m]).toEqual([a.length, b.length]);
  });
});

describe('closed forms', () => {
  test('moving [3, 2, 1, 4] to [1, 2, 4, 3] on a line of bins costs 5', () => {
    const result = earthMoverFromCost((i, j) => Math.abs(i - j), [3, 2, 1, 4], [1, 2, 4, 3]);
    expect(result.distance).toBe(5);
    expectCertified(result, (i, j) => Math.abs(i - j), [3, 2, 1, 4], [1, 2, 4, 3]);
  });

  test('one row sends to every column, one column takes from every row', () => {
    expect(earthMoverFromCost([1, 2, 4], [1], [1 / 2, 1 / 4, 1 / 4])).toMatchObject({
      distance: 2,
      plan: { rows: Int32Array.of(0, 0, 0), columns: Int32Array.of(0, 1, 2) },
    });
    expect(earthMoverFromCost([1, 2, 4], [1 / 2, 1 / 4, 1 / 4], [1]).distance).toBe(2);
  });

  test('typed arrays, 32-bit ones too, and negative costs are taken', () => {
    const cost = Float32Array.of(-1, 5, 5, -3);
    expect(earthMoverFromCost(cost, Uint8Array.of(1, 1), Float32Array.of(1, 1)).distance).toBe(-4);
  });

  test('the total variation distance is the transport cost where every move costs 1', () => {
    const [p, q] = [1, 2].map((seed) => randomMasses(seed, 40));
    const variation = p.reduce((sum, mass, i) => sum + Math.abs(mass - q[i]) / 2, 0);
    expect(earthMoverFromCost((i, j) => Number(i !== j), p, q).distance).toBeCloseTo(variation, 14);
  });
});

test('equal masses: the cheapest assignment, a second algorithm', () => {
  for (let seed = 0; seed < 60; seed++) {
    const n = 1 + seed;
    const draw = stream(seed, 'costs');
    const ties = seed % 2 === 0;
    const cost = Array.from({ length: n * n }, () => (ties ? draw.integer(7) : draw.normal()));
    const ones = new Array(n).fill(1);
    const result = earthMoverFromCost(cost, ones, ones);
    expect(result.distance).toBeCloseTo(assignment(n, (i, j) => cost[i * n + j]).cost, 9);
    expect(result.plan.masses).toEqual(new Float64Array(n).fill(1));
    expectCertified(result, (i, j) => cost[i * n + j], ones, ones);
  }
});

describe('the certificate holds', () => {
  const problems = fc.record({
    n: fc.integer({ min: 1, max: 25 }),
    m: fc.integer({ min: 1, max: 25 }),
    seed: fc.nat(1e6),
    whole: fc.boolean(),
    ties: fc.boolean(),
    scale: fc.constantFrom(1e-12, 1, 1e9),
  });

  test('on 1000 random problems, with ties, zero masses and costs of any sign and scale', () => {
    fc.assert(
      fc.property(problems, ({ n, m, seed, whole, ties, scale }) => {
        const draw = stream(seed, 'costs');
        const cost = Array.from(
          { length: n * m },
          () => scale * (ties ? draw.integer(4) - 1 : draw.normal()),
        );
        const [a, b] = whole
          ? [wholeMasses(seed, n, 30), wholeMasses(seed + 1, m, 30)]
          : [randomMasses(seed, n), randomMasses(seed + 1, m)];
        expectCertified(earthMoverFromCost(cost, a, b), (i, j) => cost[i * m + j], a, b);
      }),
      { numRuns: 1000, seed: 0 },
    );
  });

  test('with masses from 1e-300 to 1 side by side', () => {
    const a = [1e-300, 1e-20, 1e-16, 0.5, 0.5];
    const b = [0.25, 1e-18, 0.75, 1e-290];
    const cost = (i: number, j: number) => (i - j) ** 2;
    const result = earthMoverFromCost(cost, a, b);
    expectCertified(result, cost, a, b);
    expect(new Set(result.plan.rows).size).toBe(5);
    expect(new Set(result.plan.columns).size).toBe(4);
  });

  test('where costs differ by 12 orders of magnitude', () => {
    for (let seed = 0; seed < 50; seed++) {
      const draw = stream(seed, 'wide');
      const cost = Array.from({ length: 20 * 30 }, () => 10 ** (12 * draw.uniform() - 6));
      const [a, b] = [randomMasses(seed, 20), randomMasses(seed, 30)];
      expectCertified(earthMoverFromCost(cost, a, b), (i, j) => cost[i * 30 + j], a, b);
    }
  });
});

describe('the list of arcs is thinned', () => {
  test('where each row would rather have the same columns', () => {
    const cost = (i: number, j: number) => i * j; // the nearest columns are the wrong ones
    const ones = new Array(400).fill(1);
    const result = earthMoverFromCost(cost, ones, ones);
    expect(result.distance).toBe((400 * 399 * 398) / 6); // sum of i (399 - i)
    expectCertified(result, cost, ones, ones);
  });
});

describe('degenerate problems end', () => {
  const lattice = (k: number, i: number) => [Math.floor(i / k), i % k];
  const cases: Record<string, [n: number, m: number, cost: (i: number, j: number) => number]> = {
    'all costs equal': [300, 300, () => 1],
    'all costs 0, n != m': [300, 200, () => 0],
    'costs 0 and 1': [300, 300, (i, j) => (i * j) % 2],
    'a product, where whole families of plans tie': [200, 200, (i, j) => i * j],
    'a sum: every plan is optimal': [300, 150, (i, j) => Math.sqrt(i) + Math.sqrt(j)],
    'a lattice against itself': [
      289,
      289,
      (i, j) => Math.hypot(...lattice(17, i).map((v, k) => v - lattice(17, j)[k])),
    ],
    'a lattice against a shifted one, cityblock': [
      256,
      256,
      (i, j) => lattice(16, i).reduce((d, v, k) => d + Math.abs(v - lattice(16, j)[k] - 3), 0),
    ],
  };

  test.each(Object.entries(cases))('%s', (_, [n, m, cost]) => {
    const even = (k: number) => new Array(k).fill(1 / k);
    expectCertified(earthMoverFromCost(cost, even(n), even(m)), cost, even(n), even(m));
    const [a, b] = [wholeMasses(0, n, 600), wholeMasses(1, m, 600)];
    expectCertified(earthMoverFromCost(cost, a, b), cost, a, b);
  });

  test('the guard says what it waited for', () => {
    const draw = stream(0, 'guard');
    const costs = Array.from({ length: 400 }, draw.normal);
    const ones = new Float64Array(20).fill(1);
    expect(() =>
      networkSimplex(
        groundCost((i, j) => costs[20 * i + j]),
        ones,
        ones,
        1,
      ),
    ).toThrow('an optimum was expected within 5 pivots, got none for 20 x 20 masses');
  });
});

describe('invariants', () => {
  const [n, m] = [12, 17];
  const draws = fc.nat(1e6).map((seed) => {
    const draw = stream(seed, 'costs');
    return {
      cost: Array.from({ length: n * m }, draw.normal),
      a: randomMasses(seed, n),
      b: randomMasses(seed, m),
      u: Array.from({ length: n }, draw.normal),
      order: draw.permutation(n),
    };
  });

  test('transposing, permuting rows, scaling costs or masses, and adding a value to each row', () => {
    fc.assert(
      fc.property(draws, ({ cost, a, b, u, order }) => {
        const at = (i: number, j: number) => cost[i * m + j];
        const d = earthMoverFromCost(at, a, b).distance;
        expect(earthMoverFromCost((j, i) => at(i, j), b, a).distance).toBeCloseTo(d, 12);
        const permuted = order.map((i) => a[i]);
        expect(earthMoverFromCost((i, j) => at(order[i], j), permuted, b).distance).toBeCloseTo(d, 12);
        expect(earthMoverFromCost((i, j) => 7 * at(i, j), a, b).distance).toBeCloseTo(7 * d, 11);
        const [tenA, tenB] = [a, b].map((masses) => masses.map((mass) => 10 * mass));
        expect(earthMoverFromCost(at, tenA, tenB).distance).toBeCloseTo(10 * d, 11);
        const added = u.reduce((sum, v, i) => sum + v * a[i], 0);
        expect(earthMoverFromCost((i, j) => at(i, j) + u[i], a, b).distance).toBeCloseTo(d + added, 12);
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});

describe('refused', () => {
  const { NaN: nan, POSITIVE_INFINITY: infinite } = Number;
  test.each([
    [[1, 2, 3], [1, 1], [1, 1], 'cost must hold 2 x 2 = 4 numbers, got 3'],
    [[1, 2, nan, 4], [1, 1], [1, 1], 'cost(1, 0) must be finite and at most 1e+300 in size, got NaN'],
    [[1, infinite], [1], [0.5, 0.5], 'cost(0, 1) must be finite and at most 1e+300 in size, got Infinity'],
    [[1e301], [1], [1], 'cost(0, 0) must be finite and at most 1e+300 in size, got 1e+301'],
    [[], [], [1], 'a must have at least one entry, got none'],
    [[1], [1], [-1], 'b must be finite and >= 0, got -1 at 0'],
    [[1, 1], [1, nan], [1], 'a must be finite and >= 0, got NaN at 1'],
    [[1], [infinite], [1], 'a must be finite and >= 0, got Infinity at 0'],
    [[1], [1], [1.001], 'a and b must have equal totals, got 1 and 1.001'],
    [[1], [0], [0], 'a must have a finite total > 0, got 0'],
    [[1, 1], [1e308, 1e308], [1], 'a must have a finite total > 0, got Infinity'],
  ])('%j, %j, %j', (cost, a, b, message) => {
    expect(() => earthMoverFromCost(cost, a, b)).toThrow(message);
  });

  test('a function that gives a cost that is not finite', () => {
    const cost = (i: number, j: number) => (i + j === 1 ? nan : 0);
    expect(() => earthMoverFromCost(cost, [1, 1], [1, 1])).toThrow(
      'cost(0, 1) must be finite and at most 1e+300 in size, got NaN',
    );
  });

  test('more points than memory would do for', () => {
    expect(() => earthMoverFromCost(() => 0, { length: 1e9 }, { length: 1e9 })).toThrow(
      'the lengths of a and b must be at most 8388608 together, got 1000000000 and 1000000000: ' +
        'that needs about 1908 GiB of memory',
    );
  });
});
