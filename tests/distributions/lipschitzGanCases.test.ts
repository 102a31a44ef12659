import { describe, expect, test } from 'vitest';
import { empirical } from '../../src/distributions/empirical';
import { lipschitzGanCases } from '../../src/distributions/lipschitzGanCases';
import { mixture } from '../../src/distributions/mixture';
import { squareLattice } from '../../src/distributions/squareLattice';
import { uniformBox } from '../../src/distributions/uniformBox';
import { leastSquares } from '../../src/objectives/leastSquares';
import { stream } from '../../src/rng/stream';
import { mean } from '../../src/statistics/means';

const inSquare = (x: number, halfSide: number) => (point: Float64Array) =>
  Math.abs(point[0] - x) <= halfSide && Math.abs(point[1]) <= halfSide;
const drawn = (law: { sample(n: number, s: ReturnType<typeof stream>): Float64Array }, n = 4000) => {
  const points = law.sample(n, stream(0, 'cases'));
  return Array.from({ length: n }, (_, i) => points.subarray(2 * i, 2 * i + 2));
};

describe('a square lattice', () => {
  test('fills the square from edge to edge, or its boundary', () => {
    const options = { centre: [-1, 2] as const, halfSide: 0.5, perSide: 3 };
    expect(Array.from(squareLattice(options))).toEqual([
      ...[-1.5, 1.5, -1, 1.5, -0.5, 1.5],
      ...[-1.5, 2, -1, 2, -0.5, 2],
      ...[-1.5, 2.5, -1, 2.5, -0.5, 2.5],
    ]);
    const edge = squareLattice({ ...options, perSide: 5, boundary: true });
    expect(edge.length).toBe(2 * 16);
    for (let i = 0; i < 32; i += 2)
      expect(Math.max(Math.abs(edge[i] + 1), Math.abs(edge[i + 1] - 2))).toBe(0.5);
    expect(mean(edge)).toBeCloseTo(0.5, 12);
  });

  test('bad input is named', () => {
    const square = { centre: [0, 0] as const, halfSide: 1 };
    expect(() => squareLattice({ ...square, perSide: 1 })).toThrow('perSide must be an integer >= 2, got 1');
    expect(() => squareLattice({ ...square, perSide: 3, halfSide: -1 })).toThrow('got -1');
    expect(() => squareLattice({ ...square, perSide: 3, centre: [0, NaN] })).toThrow('got NaN at 1');
  });
});

describe('a mixture with a part that has no density', () => {
  const parts = [
    { weight: 0.25, distribution: empirical([5], 1) },
    { weight: 0.75, distribution: uniformBox({ centre: 0, halfSide: 1 }) },
  ];

  test('is drawn from, and has no density itself', () => {
    const law = mixture(parts);
    const x = law.sample(4000, stream(0, 'atoms'));
    expect(x.filter((v) => v === 5).length / 4000).toBeCloseTo(0.25, 1.5);
    expect('density' in law).toBe(false);
    expect('density' in mixture([{ ...parts[1], weight: 1 }])).toBe(true);
  });
});

describe('the toy cases of Lipschitz GANs', () => {
  test('squares: uniform on two squares of side 1 at distance 2', () => {
    const { real, fake } = lipschitzGanCases.squares;
    expect(drawn(real).every(inSquare(1, 0.5))).toBe(true);
    expect(drawn(fake).every(inSquare(-1, 0.5))).toBe(true);
    expect(real.density([0.6, -0.4])).toBeCloseTo(1, 12);
    expect(fake.density([0.6, -0.4])).toBe(0);
  });

  test('overlappingSquares: weights 0.8 and 0.2 and the other way round, least squares is -0.6 and 0.6', () => {
    const { real, fake } = lipschitzGanCases.overlappingSquares;
    expect(drawn(fake).filter(inSquare(-1, 0.5)).length / 4000).toBeCloseTo(0.8, 1.5);
    expect(drawn(real).filter(inSquare(1, 0.5)).length / 4000).toBeCloseTo(0.8, 1.5);
    const { optimum } = leastSquares({ a: -1, b: 1, c: 0 });
    const at = (point: number[]) => optimum!(real.density(point), fake.density(point));
    expect(at([-1.2, 0.3])).toBeCloseTo(-0.6, 12);
    expect(at([0.8, 0.1])).toBeCloseTo(0.6, 12);
  });

  test('squareAndFrame: a fifth of the fakes on the 16 edge points, the rest in the inner square', () => {
    const { real, fake } = lipschitzGanCases.squareAndFrame;
    const points = drawn(fake);
    const onEdge = points.filter((p) => Math.max(Math.abs(p[0] + 1), Math.abs(p[1])) === 0.5);
    expect(onEdge.length / 4000).toBeCloseTo(0.2, 1.5);
    expect(new Set(onEdge.map((p) => p.join())).size).toBe(16);
    expect(points.filter(inSquare(-1, 0.25)).length).toBe(4000 - onEdge.length);
    expect(drawn(real).every(inSquare(1, 0.5))).toBe(true);
  });

  test('gaussians: the fakes between two clouds of reals', () => {
    const { real, fake } = lipschitzGanCases.gaussians;
    const peak = 1 / (2 * Math.PI * 0.15 ** 2);
    expect(fake.density([-0.75, 0])).toBeCloseTo(peak, 10);
    expect(real.density([1, 0])).toBeCloseTo(peak / 2, 10);
    expect(real.density([-1.25, 0])).toBeCloseTo(peak / 2, 10);
    expect(mean(drawn(real).map((p) => p[0]))).toBeCloseTo(-0.125, 1);
  });
});
