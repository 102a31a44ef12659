import { describe, expect, test } from 'vitest';
import { coupledPairs } from '../../src/distances/coupledPairs';
import { earthMover } from '../../src/distances/earthMover';
import { stream } from '../../src/rng/stream';

const cloud = (n: number, dim: number, purpose: string) => {
  const draw = stream(5, purpose);
  return Float64Array.from({ length: n * dim }, () => draw.normal());
};

describe('the coupled pairs of a plan', () => {
  test('are its points, with masses and lengths', () => {
    const plan = {
      rows: Int32Array.of(0, 1),
      columns: Int32Array.of(1, 0),
      masses: Float64Array.of(0.25, 0.75),
    };
    const x = [
      [0, 0],
      [3, 0],
    ];
    const y = [
      [3, 4],
      [0, 1],
    ];
    expect(coupledPairs(plan, x, y)).toEqual({
      dim: 2,
      x: Float64Array.of(0, 0, 3, 0),
      y: Float64Array.of(0, 1, 3, 4),
      masses: plan.masses,
      lengths: Float64Array.of(1, 4),
    });
  });

  test.each([
    [2, 9, 7],
    [3, 5, 8],
    [1, 6, 6],
  ])('cost in %i dimensions what the transport costs', (dim, n, m) => {
    const [x, y] = [cloud(n, dim, 'x'), cloud(m, dim, 'y')];
    const { plan, distance } = earthMover(x, y, { dim });
    const { masses, lengths } = coupledPairs(plan, x, y, dim);
    const cost = masses.reduce((sum, mass, k) => sum + mass * lengths[k], 0);
    expect(cost).toBeCloseTo(distance, 12);
  });

  test('a plan of other clouds is refused', () => {
    const { plan } = earthMover(cloud(4, 2, 'x'), cloud(4, 2, 'y'), { dim: 2 });
    expect(() => coupledPairs(plan, [[0, 0]], cloud(4, 2, 'y'), 2)).toThrow(
      'coupledPairs: the plan names point 1 of x, which has 1',
    );
    expect(() => coupledPairs(plan, cloud(4, 2, 'x'), cloud(4, 2, 'y'))).toThrow('dim must be given');
  });
});
