import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { earthMover } from '../../src/distances/earthMover';
import { earthMover1d } from '../../src/distances/earthMover1d';
import { stream } from '../../src/rng/stream';
import type { Extension } from '../../src/truth/extension';
import { kantorovichPotential } from '../../src/truth/kantorovichPotential';

const extensions: Extension[] = ['upper', 'lower', 'middle'];

function cloud(seed: number, n: number, dim: number, shift = 0) {
  const draw = stream(seed, `potential/${n}/${dim}/${shift}`);
  const points = Float64Array.from({ length: n * dim }, () => shift + draw.normal());
  const masses = Float64Array.from({ length: n }, () => 0.1 + draw.uniform());
  const total = masses.reduce((a, b) => a + b);
  return { points, masses: masses.map((mass) => mass / total) };
}

const expectation = (values: Float64Array, masses: ArrayLike<number>) =>
  values.reduce((sum, value, i) => sum + value * masses[i], 0);

const spaced = (a: Float64Array, b: Float64Array, t: number) => a.map((v, d) => v + t * (b[d] - v));
const row = (points: ArrayLike<number>, i: number, dim: number) =>
  Float64Array.from({ length: dim }, (_, d) => points[i * dim + d]);

describe('the exact critic between two clouds', () => {
  test.each(extensions)('attains W1 on the samples and is 1-Lipschitz everywhere (%s)', (extension) => {
    for (const [n, m, dim] of [
      [1, 1, 1],
      [7, 12, 1],
      [30, 20, 2],
      [25, 25, 5],
      [10, 8, 100],
    ]) {
      const [x, y] = [cloud(1, n, dim), cloud(2, m, dim, 0.5)];
      const options = { dim, weightsX: x.masses, weightsY: y.masses };
      const f = kantorovichPotential(x.points, y.points, { ...options, extension });
      const gain = expectation(f.values(x.points), x.masses) - expectation(f.values(y.points), y.masses);
      const w1 = earthMover(x.points, y.points, options).distance;
      expect(f.distance).toBe(w1);
      expect(Math.abs(gain - w1)).toBeLessThan(1e-9 * (1 + w1));
      const probes = cloud(3, 40, dim).points.map((v) => 3 * v);
      const values = f.values(probes);
      for (let i = 0; i < 40; i++)
        for (let j = 0; j < i; j++) {
          const apart = Math.hypot(...row(probes, i, dim).map((v, d) => v - probes[j * dim + d]));
          expect(Math.abs(values[i] - values[j])).toBeLessThanOrEqual(apart * (1 + 1e-12) + 1e-12);
        }
    }
  });

  test('Proposition 1 of WGAN-GP: along coupled segments the gradient has norm 1 and points from y to x', () => {
    const [x, y] = [cloud(4, 40, 2), cloud(5, 35, 2, 1)];
    const weights = { dim: 2, weightsX: x.masses, weightsY: y.masses };
    for (const extension of extensions) {
      const f = kantorovichPotential(x.points, y.points, { ...weights, extension });
      f.plan.masses.forEach((_, k) => {
        const [to, from] = [row(x.points, f.plan.rows[k], 2), row(y.points, f.plan.columns[k], 2)];
        const length = Math.hypot(...to.map((v, d) => v - from[d]));
        const gradient = f.gradients(spaced(from, to, 0.37));
        to.forEach((v, d) => {
          expect(gradient[d]).toBeCloseTo((v - from[d]) / length, 5);
        });
        const [low, high] = [f.values(from)[0], f.values(to)[0]];
        expect(high - low).toBeCloseTo(length, 9);
      });
    }
  });

  test('every optimal critic lies between the lower and the upper one', () => {
    const [x, y] = [cloud(6, 20, 2), cloud(7, 20, 2)];
    const [upper, lower, middle] = extensions.map((extension) =>
      kantorovichPotential(x.points, y.points, { dim: 2, extension }),
    );
    const grid = cloud(8, 300, 2).points.map((v) => 2 * v);
    const [high, low, mean] = [upper.values(grid), lower.values(grid), middle.values(grid)];
    let widest = 0;
    high.forEach((value, k) => {
      expect(value).toBeGreaterThanOrEqual(low[k] - 1e-12);
      expect(mean[k]).toBeCloseTo((value + low[k]) / 2, 12);
      widest = Math.max(widest, value - low[k]);
    });
    expect(widest).toBeGreaterThan(0.1); // they do differ somewhere
  });

  test('gradients are the central differences of the values', () => {
    const [x, y] = [cloud(9, 12, 3), cloud(10, 15, 3)];
    for (const extension of extensions) {
      const f = kantorovichPotential(x.points, y.points, { dim: 3, extension });
      const points = cloud(11, 50, 3).points;
      const gradients = f.gradients(points);
      const h = 1e-6;
      let right = 0;
      for (let p = 0; p < points.length; p++) {
        const at = Math.floor(p / 3) * 3;
        const moved = (by: number) => {
          const z = points.slice(at, at + 3);
          z[p - at] += by;
          return f.values(z)[0];
        };
        if (Math.abs((moved(h) - moved(-h)) / (2 * h) - gradients[p]) < 1e-5) right++;
      }
      expect(right).toBeGreaterThanOrEqual(points.length - 3); // a kink may lie within h of one point
    }
  });

  test('exchanging x and y changes the sign of the middle one, and nothing else', () => {
    const [x, y] = [cloud(12, 15, 2), cloud(13, 18, 2, 1)]; // of random masses, so that potentials are unique
    const there = { dim: 2, weightsX: x.masses, weightsY: y.masses, extension: 'middle' as const };
    const back = { ...there, weightsX: y.masses, weightsY: x.masses };
    const probes = cloud(14, 50, 2).points;
    const f = kantorovichPotential(x.points, y.points, there).values(probes);
    const g = kantorovichPotential(y.points, x.points, back).values(probes);
    f.forEach((value, k) => {
      expect(g[k]).toBeCloseTo(-value, 12);
    });
  });

  test('two atoms at distance 2: cones, of slope 1 on the segment', () => {
    const upper = kantorovichPotential([[1, 0]], [[-1, 0]]);
    expect(Array.from(upper.values([-1, 0, 1, 0, 0, 0, 3, 0, -3, 0]))).toEqual([-1, 1, 0, 3, 1]);
    expect(Array.from(upper.gradients([0, 0, -3, 0, -1, 0]))).toEqual([1, 0, -1, 0, 0, 0]);
    const lower = kantorovichPotential([[1, 0]], [[-1, 0]], { extension: 'lower' });
    expect(Array.from(lower.values([-1, 0, 1, 0, 0, 0, 3, 0, -3, 0]))).toEqual([-1, 1, 0, -1, -3]);
    const middle = kantorovichPotential([[1, 0]], [[-1, 0]], { extension: 'middle' });
    expect(Array.from(middle.values([0, 0, 3, 0, -3, 0]))).toEqual([0, 1, -1]);
    expect(Array.from(middle.gradients([0, 0, 3, 0]))).toEqual([1, 0, 0, 0]);
  });

  test('between a cloud and itself W1 is 0 and the samples get the same level', () => {
    const { points } = cloud(14, 10, 2);
    const f = kantorovichPotential(points, points, { dim: 2 });
    expect(f.distance).toBe(0);
    expect(expectation(f.values(points), new Array(10).fill(0.1))).toBeCloseTo(0, 12);
  });

  test('samples without mass have no say', () => {
    const f = kantorovichPotential([[1], [50]], [[-1], [0.2]], { weightsX: [1, 0], weightsY: [1, 0] });
    const g = kantorovichPotential([[1]], [[-1]]);
    const probes = [-3, -1, 0, 0.2, 1, 9, 60];
    expect(f.values(probes)).toEqual(g.values(probes));
  });

  test('random clouds on the line: the gain is the exact 1-D distance', () => {
    const coordinates = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(coordinates, coordinates, fc.constantFrom(...extensions), (x, y, extension) => {
        const f = kantorovichPotential(x, y, { dim: 1, extension });
        const mean = (values: Float64Array) => values.reduce((a, b) => a + b, 0) / values.length;
        expect(mean(f.values(x)) - mean(f.values(y))).toBeCloseTo(earthMover1d(x, y), 9);
      }),
    );
  });
});

describe('bad input', () => {
  test('is named', () => {
    expect(() => kantorovichPotential([[0, 0]], [[1]])).toThrow('got 2 and 1');
    expect(() => kantorovichPotential([], [[1]])).toThrow('x must have at least one point');
    expect(() => kantorovichPotential([[0]], [[1]], { extension: 'mean' as Extension })).toThrow('got mean');
    const f = kantorovichPotential([[0, 0]], [[1, 1]]);
    expect(() => f.values([1, 2, 3])).toThrow('positive multiple of 2 coordinates, got 3');
    expect(() => f.gradients([])).toThrow('got 0');
  });
});
