import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignment } from '../../src/distances/assignment';
import { earthMover1d } from '../../src/distances/earthMover1d';
import { energyDistance } from '../../src/distances/energyDistance';
import { sinkhorn } from '../../src/distances/sinkhorn';
import { sinkhornDivergence } from '../../src/distances/sinkhornDivergence';
import { stream } from '../../src/rng/stream';
import fixture from '../fixtures/softDistances.json';

const sum = (x: ArrayLike<number>) => Array.from(x).reduce((a, b) => a + b, 0);
const rowSums = (plan: Float64Array, n: number, m: number) =>
  Array.from({ length: n }, (_, i) => sum(plan.subarray(i * m, (i + 1) * m)));
const columnSums = (plan: Float64Array, n: number, m: number) =>
  Array.from({ length: m }, (_, j) => sum(Array.from({ length: n }, (_, i) => plan[i * m + j])));
const apart = (x: ArrayLike<number>, y: ArrayLike<number>) =>
  Math.max(...Array.from(x, (value, i) => Math.abs(value - y[i])));
const cloud = (n: number, purpose: string) =>
  Array.from({ length: 2 * n }, stream(0, `sinkhorn/${purpose}`).normal);
function distances(x: number[], y: number[]): Float64Array {
  const [n, m] = [x.length / 2, y.length / 2];
  return Float64Array.from({ length: n * m }, (_, k) => {
    const [i, j] = [Math.floor(k / m), k % m];
    return Math.hypot(x[2 * i] - y[2 * j], x[2 * i + 1] - y[2 * j + 1]);
  });
}

describe.each(fixture.sinkhorn)('$n against $m points, epsilon = $scale medians, against POT', (row) => {
  const { n, m, cost, a, b, epsilon } = row;
  const ours = sinkhorn(cost, a, b, { epsilon, tolerance: 1e-11, maxIterations: 100_000 });

  test('distance, value and plan', () => {
    expect(ours.converged).toBe(true);
    expect(Math.abs(ours.distance - row.distance)).toBeLessThan(1e-10);
    expect(Math.abs(ours.value - row.value)).toBeLessThan(1e-10);
    expect(apart(ours.plan, row.plan)).toBeLessThan(1e-10);
  });

  test('the plan has the marginals, to the error that is reported', () => {
    const error = Math.max(
      sum(rowSums(ours.plan, n, m).map((mass, i) => Math.abs(mass - a[i]))),
      sum(columnSums(ours.plan, n, m).map((mass, j) => Math.abs(mass - b[j]))),
    );
    expect(error).toBeLessThan(1e-11 * 1.01);
    expect(Math.abs(error - ours.marginalError)).toBeLessThan(1e-14);
  });

  test('exact cost <= distance <= value, and primal = dual', () => {
    expect(ours.distance).toBeGreaterThan(row.exact - 1e-10);
    expect(ours.value).toBeGreaterThan(ours.distance - 1e-10);
    const entropy = sum(
      ours.plan.map((mass, k) => (mass > 0 ? mass * Math.log(mass / (a[Math.floor(k / m)] * b[k % m])) : 0)),
    );
    expect(ours.distance + epsilon * entropy).toBeCloseTo(ours.value, 9);
  });
});

describe('sinkhorn', () => {
  test('one atom against two: there is but one plan, at any epsilon', () => {
    for (const epsilon of [1e-6, 1, 1e6]) {
      const { distance, plan, value } = sinkhorn([3, 5], [1], [1 / 4, 3 / 4], { epsilon });
      expect(Array.from(plan, (mass) => mass.toFixed(8))).toEqual(['0.25000000', '0.75000000']);
      expect(distance).toBeCloseTo(4.5, 6);
      expect(value).toBeCloseTo(4.5, 6);
    }
  });

  test('two atoms at distance 1 on either side: the share that moves is 1 / (1 + exp(1 / epsilon))', () => {
    for (const epsilon of [0.1, 1, 10]) {
      const { distance } = sinkhorn([0, 1, 1, 0], [1 / 2, 1 / 2], [1 / 2, 1 / 2], { epsilon });
      expect(distance).toBeCloseTo(1 / (1 + Math.exp(1 / epsilon)), 12);
    }
  });

  test('a large epsilon gives the independent coupling', () => {
    const [a, b] = [
      [0.2, 0.8],
      [0.5, 0.3, 0.2],
    ];
    const { plan } = sinkhorn([1, 2, 3, 4, 5, 7], a, b, { epsilon: 1e9 });
    expect(apart(plan, [0.1, 0.06, 0.04, 0.4, 0.24, 0.16])).toBeLessThan(1e-8);
  });

  test('down to a thousandth of the typical cost it tends to the assignment, without overflow', () => {
    const n = 40;
    const cost = distances(cloud(n, 'x'), cloud(n, 'y'));
    const exact = assignment(n, (i, j) => cost[i * n + j]).cost / n;
    const masses = Array(n).fill(1 / n);
    let gap = Infinity;
    for (const epsilon of [1, 0.1, 0.01, 0.001]) {
      const result = sinkhorn(cost, masses, masses, { epsilon, maxIterations: 20_000 });
      expect(result.value).toBeLessThanOrEqual(exact + epsilon * Math.log(n) + 1e-12);
      expect(Math.abs(result.distance - exact)).toBeLessThan(gap);
      gap = Math.abs(result.distance - exact);
    }
    expect(gap).toBeLessThan(1e-3);
  });

  test('costs and masses of any size: it scales with both, and a constant more a unit costs the constant', () => {
    const [x, y] = [cloud(6, 'scale x'), cloud(4, 'scale y')];
    const cost = distances(x, y);
    const [a, b] = [Array(6).fill(1 / 6), Array(4).fill(1 / 4)];
    const options = { tolerance: 1e-12 };
    const plain = sinkhorn(cost, a, b, { ...options, epsilon: 0.2 });
    const scaled = sinkhorn(
      cost.map((c) => 1e8 * c),
      a.map((mass) => 3 * mass),
      b.map((mass) => 3 * mass),
      { ...options, epsilon: 0.2e8 },
    );
    expect(scaled.distance / 3e8).toBeCloseTo(plain.distance, 10);
    expect(scaled.value / 3e8).toBeCloseTo(plain.value, 10);
    expect(sum(scaled.plan)).toBeCloseTo(3, 10);
    const moved = sinkhorn(
      cost.map((c) => c - 5),
      a,
      b,
      { ...options, epsilon: 0.2 },
    );
    expect(moved.value).toBeCloseTo(plain.value - 5, 9);
  });

  test('points without mass get none of the plan and a finite potential', () => {
    const { plan, potentialX, potentialY } = sinkhorn([1, 2, 3, 4], [0, 1], [1, 0], { epsilon: 0.1 });
    expect([...plan].map((mass) => Math.abs(mass - 1) < 1e-12)).toEqual([false, false, true, false]);
    expect(sum(plan)).toBeCloseTo(1, 12);
    expect([...potentialX, ...potentialY].every(Number.isFinite)).toBe(true);
  });

  test('when it has not converged it says so', () => {
    const cost = distances(cloud(20, 'x'), cloud(20, 'y'));
    const masses = Array(20).fill(1 / 20);
    const result = sinkhorn(cost, masses, masses, { epsilon: 0.01, maxIterations: 30 });
    expect(result.iterations).toBe(30);
    expect(result.converged).toBe(false);
    expect(result.marginalError).toBeGreaterThan(1e-6);
    expect(sinkhorn(cost, masses, masses, { epsilon: 0.01, maxIterations: 1 }).iterations).toBe(1);
    // 1 / epsilon = 1e17: potentials / epsilon have no digits left behind the point
    expect(sinkhorn(cost, masses, masses, { epsilon: 1e-17 }).converged).toBe(false);
  });

  test('value is a lower bound of the entropic minimum however early it stops', () => {
    const cost = distances(cloud(15, 'x'), cloud(15, 'y'));
    const masses = Array(15).fill(1 / 15);
    const values = [1, 3, 10, 1000].map(
      (maxIterations) => sinkhorn(cost, masses, masses, { epsilon: 0.05, maxIterations }).value,
    );
    for (const value of values) expect(value).toBeLessThanOrEqual(values[3] + 1e-9);
  });

  test.each<[string, () => unknown]>([
    ['cost must have 1 * 2 = 2 entries, got 3', () => sinkhorn([1, 2, 3], [1], [0.5, 0.5], { epsilon: 1 })],
    ['cost must be finite, got NaN at (0, 1)', () => sinkhorn([1, NaN], [1], [0.5, 0.5], { epsilon: 1 })],
    ['a must have at least one entry, got none', () => sinkhorn([], [], [1], { epsilon: 1 })],
    ['b must be finite and >= 0, got -1 at 1', () => sinkhorn([1, 2], [1], [2, -1], { epsilon: 1 })],
    ['equal totals, got 1 and 1.5', () => sinkhorn([1, 2], [1], [1, 0.5], { epsilon: 1 })],
    ['epsilon must be finite and > 0, got 0', () => sinkhorn([1], [1], [1], { epsilon: 0 })],
    ['epsilon must be finite and > 0, got NaN', () => sinkhorn([1], [1], [1], { epsilon: NaN })],
    [
      'maxIterations must be an integer >= 1, got 0',
      () => sinkhorn([1], [1], [1], { epsilon: 1, maxIterations: 0 }),
    ],
    [
      'tolerance must be finite and >= 0, got -1',
      () => sinkhorn([1], [1], [1], { epsilon: 1, tolerance: -1 }),
    ],
  ])('refuses: %s', (message, run) => {
    expect(run).toThrow(message);
  });
});

describe('sinkhornDivergence', () => {
  test.each(fixture.divergence)(
    '$n against $m points, power $power, against POT',
    ({ divergence, ...row }) => {
      const ours = sinkhornDivergence(row.x, row.y, { ...row, tolerance: 1e-11, maxIterations: 100_000 });
      expect(ours.converged).toBe(true);
      expect(Math.abs(ours.divergence - divergence)).toBeLessThan(1e-9);
    },
  );

  test('two atoms: their distance to the power, at any epsilon', () => {
    for (const epsilon of [0.01, 1, 100])
      for (const power of [1, 2])
        expect(sinkhornDivergence([0, 0], [3, 4], { dim: 2, epsilon, power }).divergence).toBeCloseTo(
          5 ** power,
          9,
        );
  });

  test('zero on itself, symmetric, unchanged by shifts and permutations, positive', () => {
    const coordinate = fc.double({ min: -3, max: 3, noNaN: true });
    const points = fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 6 });
    const options = { epsilon: 0.5, tolerance: 1e-10, maxIterations: 20_000 };
    const S = (x: number[][], y: number[][]) => sinkhornDivergence(x, y, options).divergence;
    const shifted = (x: number[][]) => x.map(([u, v]) => [u + 2, v - 1]);
    fc.assert(
      fc.property(points, points, (x, y) => {
        const divergence = S(x, y);
        expect(divergence).toBeGreaterThan(-1e-9);
        expect(S(x, x.toReversed())).toBeCloseTo(0, 8);
        expect(S(y, x)).toBeCloseTo(divergence, 8);
        expect(S(shifted(x), shifted(y).toReversed())).toBeCloseTo(divergence, 8);
      }),
      { numRuns: 40, seed: 0 },
    );
  });

  test('with power 2 a shift by v costs |v|^2, at any epsilon', () => {
    const x = cloud(12, 'shift');
    const y = x.map((value, k) => value + (k % 2 ? 0.3 : 0.4));
    for (const epsilon of [0.3, 3])
      expect(
        sinkhornDivergence(x, y, { dim: 2, epsilon, power: 2, tolerance: 1e-10, maxIterations: 20_000 })
          .divergence,
      ).toBeCloseTo(0.25, 7);
  });

  test('goes from W1 to half the energy distance', () => {
    const draw = stream(1, 'limits');
    const [x, y] = [0, 1].map((mean) => Array.from({ length: 12 }, () => mean + draw.normal()));
    const small = sinkhornDivergence(x, y, { dim: 1, epsilon: 1e-3, maxIterations: 20_000 });
    expect(Math.abs(small.divergence - earthMover1d(x, y))).toBeLessThan(1e-3 * Math.log(12));
    const large = sinkhornDivergence(x, y, { dim: 1, epsilon: 1e6, tolerance: 1e-12 });
    expect(large.divergence).toBeCloseTo(energyDistance(x, y, { dim: 1 }) / 2, 5);
  });

  test('with power 2 and a large epsilon it is the squared distance of the means', () => {
    const { divergence } = sinkhornDivergence([0, 2], [1, 3, 8], {
      dim: 1,
      epsilon: 1e7,
      power: 2,
      tolerance: 1e-12,
    });
    expect(divergence).toBeCloseTo(9, 4);
  });

  test('when it has not converged it says so', () => {
    const [x, y] = [cloud(10, 'a'), cloud(10, 'b')];
    expect(sinkhornDivergence(x, y, { dim: 2, epsilon: 0.01, maxIterations: 5 }).converged).toBe(false);
  });

  test.each<[string, () => unknown]>([
    ['power must be > 0 and <= 2, got 3', () => sinkhornDivergence([[0]], [[1]], { epsilon: 1, power: 3 })],
    ['epsilon must be finite and > 0, got -1', () => sinkhornDivergence([[0]], [[1]], { epsilon: -1 })],
    ['must have the same dimension, got 1 and 2', () => sinkhornDivergence([[0]], [[1, 2]], { epsilon: 1 })],
    [
      'weights of x must sum to 1, got 2',
      () => sinkhornDivergence([[0]], [[1]], { epsilon: 1, weightsX: [2] }),
    ],
    [
      'at most 11585 points, got 12000',
      () => sinkhornDivergence(new Float64Array(12000), [[1]], { dim: 1, epsilon: 1 }),
    ],
  ])('refuses: %s', (message, run) => {
    expect(run).toThrow(message);
  });
});
