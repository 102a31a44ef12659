import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignment } from '../../src/distances/assignment';
import { type EarthMoverOptions, earthMover, type Metric } from '../../src/distances/earthMover';
import { earthMover1d } from '../../src/distances/earthMover1d';
import { parallelLine } from '../../src/distributions/segment';
import { stream } from '../../src/rng/stream';
import fixture from '../fixtures/earthMover.json';
import { expectCertified } from './certificate';

const metrics: Metric[] = ['euclidean', 'squaredEuclidean', 'cityblock'];
const difference: Record<Metric, (steps: number[]) => number> = {
  euclidean: (steps) => Math.hypot(...steps),
  squaredEuclidean: (steps) => steps.reduce((sum, step) => sum + step * step, 0),
  cityblock: (steps) => steps.reduce((sum, step) => sum + Math.abs(step), 0),
};

/** The cost of a metric, written a second time. */
const costs = (metric: Metric, x: number[], y: number[], dim: number) => (i: number, j: number) =>
  difference[metric](Array.from({ length: dim }, (_, k) => x[i * dim + k] - y[j * dim + k]));

const even = (n: number) => new Array<number>(n).fill(1 / n);

/** A random cloud of n points with masses that sum to 1, some of them equal points, some of no mass. */
function cloud(seed: number, n: number, dim: number) {
  const draw = stream(seed, `cloud/${n}/${dim}`);
  const points = Array.from({ length: n }, () => Array.from({ length: dim }, draw.normal));
  for (let k = 0; k < n / 4; k++) points[draw.integer(n)] = points[draw.integer(n)];
  const masses = points.map((_, i) => (i > 0 && draw.integer(6) === 0 ? 0 : draw.uniform()));
  const total = masses.reduce((a, b) => a + b);
  return { points, masses: masses.map((mass) => mass / total) };
}

describe('against POT and SciPy', () => {
  test.each(fixture.clouds)('$name ($n and $m points in dimension $d)', (row) => {
    for (const metric of metrics) {
      const { n, m, d, x, y, weightsX, weightsY } = row;
      const result = earthMover(x, y, { dim: d, weightsX, weightsY, metric });
      expect(Math.abs(result.distance - row[metric])).toBeLessThan(1e-9 * (1 + row[metric]));
      expectCertified(result, costs(metric, x, y, d), weightsX ?? even(n), weightsY ?? even(m));
    }
  });
});

describe('closed forms', () => {
  test('two atoms: the distance between them, whatever the mass', () => {
    expect(earthMover([[0, 0]], [[3, 4]])).toEqual({
      distance: 5,
      plan: { rows: Int32Array.of(0), columns: Int32Array.of(0), masses: Float64Array.of(1) },
      potentialX: Float64Array.of(5),
      potentialY: Float64Array.of(0),
    });
    expect(earthMover([[0, 0]], [[3, 4]], { weightsX: [2] }).distance).toBe(10);
    expect(earthMover([[0, 0]], [[3, 4]], { metric: 'squaredEuclidean' }).distance).toBe(25);
    expect(earthMover([[0, 0]], [[3, 4]], { metric: 'cityblock' }).distance).toBe(7);
  });

  test('moving [3, 2, 1, 4] to [1, 2, 4, 3] costs 5', () => {
    const bins = [0, 1, 2, 3];
    const result = earthMover(bins, bins, { dim: 1, weightsX: [3, 2, 1, 4], weightsY: [1, 2, 4, 3] });
    expect(result.distance).toBe(5);
  });

  test.each([1, 2, 3, 100])('a cloud shifted in dimension %i: the length of the shift', (dim) => {
    const { points, masses } = cloud(1, 40, dim);
    const shifted = points.map((point) => point.map((v, k) => (k === 0 ? v + 3 : v)));
    const weights = { weightsX: masses, weightsY: masses };
    expect(earthMover(points, shifted, weights).distance).toBeCloseTo(3, 12);
    expect(earthMover(points, shifted, { ...weights, metric: 'cityblock' }).distance).toBeCloseTo(3, 12);
    const squared = earthMover(points, shifted, { ...weights, metric: 'squaredEuclidean' });
    expect(squared.distance).toBeCloseTo(9, 12); // W2 squared: the root of it is the shift again
  });

  test('a point against a ring around it: the radius', () => {
    const ring = Array.from({ length: 8 }, (_, k) => [2 * Math.cos(k), 2 * Math.sin(k)]);
    expect(earthMover([[0, 0]], ring).distance).toBeCloseTo(2, 14);
  });
});

describe('against a second algorithm', () => {
  test('on the line it is earthMover1d, in every metric but the squared one', () => {
    for (let seed = 0; seed < 100; seed++) {
      const [x, y] = [cloud(seed, 1 + (seed % 30), 1), cloud(seed + 1, 1 + ((7 * seed) % 40), 1)];
      const weights = { weightsX: x.masses, weightsY: y.masses };
      const exact = earthMover1d(x.points.flat(), y.points.flat(), weights);
      expect(earthMover(x.points, y.points, weights).distance).toBeCloseTo(exact, 12);
      expect(earthMover(x.points, y.points, { ...weights, metric: 'cityblock' }).distance).toBeCloseTo(
        exact,
        12,
      );
    }
  });

  test.each([1, 2, 3, 8, 9, 20])('equal weights in dimension %i: the cheapest assignment', (dim) => {
    for (const n of [1, 2, 7, 60]) {
      const [x, y] = [cloud(n, n, dim).points, cloud(n + 1, n, dim).points];
      for (const metric of metrics) {
        const cost = costs(metric, x.flat(), y.flat(), dim);
        const result = earthMover(x, y, { metric });
        expect(result.distance).toBeCloseTo(assignment(n, cost).cost / n, 11);
        expect(new Set(result.plan.columns).size).toBe(n);
        expectCertified(result, cost, even(n), even(n));
      }
    }
  });
});

test('the certificate holds on 300 random pairs of clouds of up to 60 points', () => {
  const pairs = fc.record({
    n: fc.integer({ min: 1, max: 60 }),
    m: fc.integer({ min: 1, max: 60 }),
    dim: fc.constantFrom(1, 2, 3, 10),
    seed: fc.nat(1e6),
    metric: fc.constantFrom(...metrics),
    far: fc.constantFrom(0, 1, 1e6),
  });
  fc.assert(
    fc.property(pairs, ({ n, m, dim, seed, metric, far }) => {
      const [x, y] = [cloud(seed, n, dim), cloud(seed + 1, m, dim)];
      x.points[0] = x.points[0].map(() => far); // a lone point far out must not blur the others
      const result = earthMover(x.points, y.points, { weightsX: x.masses, weightsY: y.masses, metric });
      expectCertified(result, costs(metric, x.points.flat(), y.points.flat(), dim), x.masses, y.masses);
    }),
    { numRuns: 300, seed: 0 },
  );
});

test('300 and 250 points in the plane, some of them twice or without mass', () => {
  const [x, y] = [cloud(0, 300, 2), cloud(1, 250, 2)];
  const result = earthMover(x.points, y.points, { weightsX: x.masses, weightsY: y.masses });
  expectCertified(result, costs('euclidean', x.points.flat(), y.points.flat(), 2), x.masses, y.masses);
});

test('far outliers on both sides leave the distance between the others as exact as it was', () => {
  const [x, y] = [cloud(0, 30, 2), cloud(1, 30, 2)];
  const alone = earthMover(x.points, y.points).distance;
  const outlier = [[1e9, -1e9]];
  const result = earthMover([...x.points, ...outlier], [...outlier, ...y.points]);
  expect(Math.abs((result.distance * 31) / 30 - alone)).toBeLessThan(1e-9);
});

describe('invariants', () => {
  const sizes = fc.integer({ min: 1, max: 12 });
  const clouds = fc.record({
    seed: fc.nat(1e6),
    sizes: fc.tuple(sizes, sizes, sizes),
    dim: fc.integer({ min: 1, max: 4 }),
    metric: fc.constantFrom(...metrics),
  });
  type Side = ReturnType<typeof cloud>;
  const between = (x: Side, y: Side, options: EarthMoverOptions) =>
    earthMover(x.points, y.points, { weightsX: x.masses, weightsY: y.masses, ...options }).distance;
  const moved = (side: Side, move: (v: number) => number) => ({
    ...side,
    points: side.points.map((point) => point.map(move)),
  });

  test('zero on itself, symmetric, unmoved by translation, scaled by scale, blind to the order', () => {
    fc.assert(
      fc.property(clouds, ({ seed, sizes, dim, metric }) => {
        const [x, y] = [0, 1].map((k) => cloud(seed + k, sizes[k], dim));
        const d = between(x, y, { metric });
        const order = stream(seed, 'order').permutation(sizes[0]);
        const shuffled = { points: order.map((i) => x.points[i]), masses: order.map((i) => x.masses[i]) };
        const shift = (v: number) => v + 2;
        const scale = (v: number) => -3 * v;
        expect(between(x, shuffled, { metric })).toBeCloseTo(0, 13);
        expect(between(y, x, { metric })).toBeCloseTo(d, 12);
        expect(between(shuffled, y, { metric })).toBeCloseTo(d, 12);
        expect(between(moved(x, shift), moved(y, shift), { metric })).toBeCloseTo(d, 11);
        const factor = metric === 'squaredEuclidean' ? 9 : 3;
        expect(between(moved(x, scale), moved(y, scale), { metric })).toBeCloseTo(factor * d, 11);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test('the triangle inequality, for the root where costs are squared', () => {
    fc.assert(
      fc.property(clouds, ({ seed, sizes, dim, metric }) => {
        const [x, y, z] = [0, 1, 2].map((k) => cloud(seed + k, sizes[k], dim));
        const root = metric === 'squaredEuclidean' ? Math.sqrt : (d: number) => d;
        const [xy, yz, xz] = [
          [x, y],
          [y, z],
          [x, z],
        ].map(([p, q]) => root(between(p, q, { metric })));
        expect(xz).toBeLessThanOrEqual(xy + yz + 1e-12);
      }),
      { numRuns: 200, seed: 2 },
    );
  });

  test('a point split in two of half the mass, or a point of no mass added, changes nothing', () => {
    const [x, y] = [cloud(3, 20, 2), cloud(4, 15, 2)];
    const halves = x.masses.map((mass) => mass / 2);
    const split = { points: [...x.points, ...x.points], masses: [...halves, ...halves] };
    const more = { points: [[99, 99], ...x.points], masses: [0, ...x.masses] };
    const d = between(x, y, {});
    expect(between(split, y, {})).toBeCloseTo(d, 13);
    expect(between(more, y, {})).toBeCloseTo(d, 13);
  });

  test('the potentials make a critic of slope at most 1 that attains W1', () => {
    const [x, y] = [cloud(5, 40, 2), cloud(6, 30, 2)];
    const { distance, potentialY } = earthMover(x.points, y.points, {
      weightsX: x.masses,
      weightsY: y.masses,
    });
    const critic = ([p, q]: number[]) =>
      Math.min(...y.points.map(([r, s], j) => Math.hypot(p - r, q - s) - potentialY[j]));
    const expectation = ({ points, masses }: Side) =>
      points.reduce((sum, point, i) => sum + masses[i] * critic(point), 0);
    expect(expectation(x) - expectation(y)).toBeCloseTo(distance, 12);
    for (const [i, p] of x.points.entries())
      for (const q of x.points.slice(0, i))
        expect(Math.abs(critic(p) - critic(q))).toBeLessThanOrEqual(
          Math.hypot(p[0] - q[0], p[1] - q[1]) + 1e-12,
        );
  });
});

describe('what is taken', () => {
  const x = [
    [0, 1],
    [2, 3],
    [4, 4],
  ];
  const y = [
    [1, 1],
    [5, 0],
  ];

  test('rows, typed rows, flat arrays and typed flat arrays are one', () => {
    const result = earthMover(x, y);
    expect(earthMover(x.flat(), y.flat(), { dim: 2 })).toEqual(result);
    expect(earthMover(Float32Array.from(x.flat()), Float64Array.from(y.flat()), { dim: 2 })).toEqual(result);
    expect(
      earthMover(
        x.map((row) => Float32Array.from(row)),
        y,
      ),
    ).toEqual(result);
    expect(earthMover(x, y.flat(), { dim: 2 })).toEqual(result);
  });

  test('a side without weights gets the total of the other, evenly', () => {
    const weighted = earthMover(x, y, { weightsX: [2, 2, 2], weightsY: [3, 3] });
    expect(earthMover(x, y, { weightsY: [3, 3] })).toEqual(weighted);
    expect(earthMover(x, y, { weightsX: [2, 2, 2] })).toEqual(weighted);
    expect(earthMover(x, y).distance).toBeCloseTo(weighted.distance / 6, 14);
  });

  test('what was given is not changed, and the same call gives the same bits', () => {
    const weights = { weightsX: Float64Array.of(0.1, 0.2, 0.7), weightsY: Float64Array.of(0.3, 0.7) };
    const result = earthMover(x, y, weights);
    expect(weights).toEqual({
      weightsX: Float64Array.of(0.1, 0.2, 0.7),
      weightsY: Float64Array.of(0.3, 0.7),
    });
    expect(earthMover(x, y, weights)).toEqual(result);
  });
});

describe('refused', () => {
  const { NaN: nan, POSITIVE_INFINITY: infinite } = Number;
  test.each([
    [[], [[1]], {}, 'x must have at least one point, got none'],
    [[[1]], [], {}, 'y must have at least one point, got none'],
    [[1, 2], [1, 2], {}, 'dim must be given when x is flat, got 2 numbers without it'],
    [[1, 2, 3], [1, 2], { dim: 2 }, 'x must be a multiple of dim = 2 long, got 3'],
    [[1, 2], [1, 2], { dim: 0 }, 'dim must be an integer >= 1, got 0'],
    [[1, 2], [1, 2], { dim: 1.5 }, 'dim must be an integer >= 1, got 1.5'],
    [[[1, 2], [3]], [[1, 2]], {}, 'points of x must all have 2 coordinates, got 1 in point 1'],
    [[[1, 2]], [[1, 2]], { dim: 3 }, 'points of x must all have 3 coordinates, got 2 in point 0'],
    [[[]], [[]], {}, 'points of x must have at least one coordinate, got 0'],
    [[[1, 2]], [[1]], {}, 'x and y must have the same dimension, got 2 and 1'],
    [[[1, 2]], [[1, nan]], {}, 'y must hold finite coordinates of at most 1e+140, got NaN in point 0'],
    [
      [[1], [infinite]],
      [[1]],
      {},
      'x must hold finite coordinates of at most 1e+140, got Infinity in point 1',
    ],
    [[[1], [2]], [[1]], { weightsX: [1] }, 'x has 2 points but 1 weights'],
    [[[1]], [[1]], { weightsY: [] }, 'y has 1 points but 0 weights'],
    [[[1], [2]], [[1]], { weightsX: [2, -1] }, 'weights of x must be finite and >= 0, got -1 at 1'],
    [[[1]], [[1]], { weightsY: [nan] }, 'weights of y must be finite and >= 0, got NaN at 0'],
    [[[1]], [[1]], { weightsX: [infinite] }, 'weights of x must be finite and >= 0, got Infinity at 0'],
    [
      [[1]],
      [[1]],
      { weightsX: [1], weightsY: [0.5] },
      'weightsX and weightsY must have equal totals, got 1 and 0.5',
    ],
    [[[1]], [[1]], { weightsX: [0] }, 'weights of x must have a finite total > 0, got 0'],
    [
      [[1]],
      [[1]],
      { metric: 'chebyshev' as Metric },
      'euclidean, squaredEuclidean, cityblock, got chebyshev',
    ],
  ])('%j, %j, %j', (x, y, options, message) => {
    expect(() => earthMover(x, y, options)).toThrow(message);
  });
});

test('two parallel lines: sorting by height is optimal for every convex cost', () => {
  const draw = stream(2, 'lines');
  const [x, y] = [0, 0.3].map((theta) => parallelLine(theta).sample(60, draw));
  const heights = [x, y].map((points) => points.filter((_, i) => i % 2).sort());
  const sorted = heights[0].reduce((sum, h, i) => sum + Math.hypot(0.3, h - heights[1][i]), 0) / 60;
  expect(earthMover(x, y, { dim: 2 }).distance).toBeCloseTo(sorted, 12);
});
