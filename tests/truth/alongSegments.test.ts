import { describe, expect, test } from 'vitest';
import { coupledPairs } from '../../src/distances/coupledPairs';
import { stream } from '../../src/rng/stream';
import { alongSegments } from '../../src/truth/alongSegments';
import type { Extension } from '../../src/truth/extension';
import { kantorovichPotential } from '../../src/truth/kantorovichPotential';

const cloud = (n: number, dim: number, purpose: string, shift = 0) => {
  const draw = stream(8, purpose);
  return Float64Array.from({ length: n * dim }, (_, c) => draw.normal() + (c % dim === 0 ? shift : 0));
};

/** The gradient of a linear critic, the same everywhere. */
const constant = (gradient: number[]) => (points: Float64Array) =>
  Float64Array.from(points, (_, c) => gradient[c % gradient.length]);

const two = {
  dim: 2,
  x: Float64Array.of(1, 0, 0, 2),
  y: Float64Array.of(0, 0, 0, 0),
  masses: Float64Array.of(0.25, 0.75),
  lengths: Float64Array.of(1, 2),
};

describe('the gradient along the segments of coupled pairs', () => {
  test('is averaged by the masses', () => {
    const found = alongSegments(constant([3, 4]), two, [0.5]);
    expect(found.norm).toEqual([expect.closeTo(5, 12)]);
    expect(found.cosine).toEqual([expect.closeTo(0.25 * 0.6 + 0.75 * 0.8, 12)]);
    expect(found.largestError).toEqual([expect.closeTo(Math.hypot(2, 4), 12)]);
  });

  test('is asked for at t x + (1 - t) y', () => {
    const asked: number[][] = [];
    alongSegments(
      (points) => {
        asked.push(Array.from(points));
        return points;
      },
      two,
      [0.25, 0.5],
    );
    expect(asked).toEqual([
      [0.25, 0, 0, 0.5],
      [0.5, 0, 0, 1],
    ]);
  });

  test.each<[Extension, number, number, number]>([
    ['upper', 2, 12, 12],
    ['lower', 2, 9, 14],
    ['middle', 2, 11, 7],
    ['upper', 5, 10, 10],
    ['middle', 1, 8, 8],
  ])('is the unit vector to x for the %s potential in %i dimensions', (extension, dim, n, m) => {
    const [x, y] = [cloud(n, dim, 'x', 1), cloud(m, dim, 'y')];
    const potential = kantorovichPotential(x, y, { dim, extension });
    const pairs = coupledPairs(potential.plan, x, y, dim);
    const found = alongSegments(potential.gradients, pairs, [0.1, 0.5, 0.9]);
    for (const error of found.largestError) expect(error).toBeLessThan(1e-6);
    for (const value of [...found.norm, ...found.cosine]) expect(value).toBeCloseTo(1, 6);
  });

  test('a critic with the sides exchanged points the other way', () => {
    const [x, y] = [cloud(6, 2, 'x', 1), cloud(6, 2, 'y')];
    const { plan } = kantorovichPotential(x, y, { dim: 2 });
    const reversed = kantorovichPotential(y, x, { dim: 2 });
    const { cosine } = alongSegments(reversed.gradients, coupledPairs(plan, x, y, 2), [0.5]);
    expect(cosine[0]).toBeCloseTo(-1, 6);
  });

  test('places outside, none at all, and points that lie on each other are refused', () => {
    const flat = constant([1, 0]);
    expect(() => alongSegments(flat, two, [])).toThrow('expected at least one place t, got none');
    expect(() => alongSegments(flat, two, [0.5, 1])).toThrow('t must lie in (0, 1), got 1');
    const same = { ...two, x: two.y, lengths: Float64Array.of(0, 0) };
    expect(() => alongSegments(flat, same, [0.5])).toThrow('no two coupled points lie apart');
  });
});
