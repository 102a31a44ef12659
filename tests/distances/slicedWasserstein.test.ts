import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { earthMover } from '../../src/distances/earthMover';
import { earthMover1d } from '../../src/distances/earthMover1d';
import { direction, distanceAlong, slicedWasserstein } from '../../src/distances/slicedWasserstein';
import { weightedClouds } from '../../src/distances/weightedClouds';
import { stream } from '../../src/rng/stream';
import fixture from '../fixtures/softDistances.json';

const sliced = (x: number[][], y: number[][], seed = 0) =>
  slicedWasserstein(x, y, { projections: 20, stream: stream(seed, 'directions') });
const coordinate = fc.double({ min: -10, max: 10, noNaN: true });
const clouds = fc
  .array(fc.tuple(fc.tuple(coordinate, coordinate), fc.tuple(coordinate, coordinate)), {
    minLength: 1,
    maxLength: 8,
  })
  .map((rows) => [rows.map(([x]) => [...x]), rows.map(([, y]) => [...y])]);

describe('slicedWasserstein', () => {
  test.each(fixture.sliced)(
    '$n against $m points in dimension $dim along the same directions, against POT',
    (row) => {
      const [x, y] = weightedClouds(row.x, row.y, row);
      const total = row.directions.reduce((sum, theta) => sum + distanceAlong(theta, x, y), 0);
      expect(Math.abs(total / row.directions.length - row.distance)).toBeLessThan(1e-12);
    },
  );

  test('on the line it is W1, with any number of directions', () => {
    const draw = stream(0, 'line');
    const [x, y] = [30, 20].map((n) => Array.from({ length: n }, draw.normal));
    expect(slicedWasserstein(x, y, { dim: 1, projections: 3, stream: draw })).toBeCloseTo(
      earthMover1d(x, y),
      12,
    );
  });

  test.each([
    [2, 2 / Math.PI],
    [3, 1 / 2],
    [5, 3 / 8],
  ])('in dimension %d a shift by v costs %d |v|, within four standard errors', (dim, c) => {
    const x = Array.from({ length: 4 * dim }, stream(0, 'cloud').normal);
    const y = x.map((value, k) => value + (k % dim === 0 ? 3 : 0));
    const projections = 4000;
    const distance = slicedWasserstein(x, y, { dim, projections, stream: stream(0, 'shift') });
    const deviation = 3 * Math.sqrt((1 / dim - c * c) / projections); // E theta_1^2 = 1 / dim
    expect(Math.abs(distance - 3 * c)).toBeLessThan(4 * deviation);
  });

  test('at most W1; zero on itself; symmetric; unchanged by shifts and permutations; scales', () => {
    fc.assert(
      fc.property(clouds, ([x, y]) => {
        const distance = sliced(x, y);
        expect(distance).toBeLessThanOrEqual(earthMover(x, y).distance + 1e-9);
        expect(sliced(x, x.toReversed())).toBeCloseTo(0, 10);
        expect(sliced(y, x)).toBeCloseTo(distance, 10);
        const moved = (z: number[][]) => z.map(([u, v]) => [3 * u + 1, 3 * v - 2]);
        expect(sliced(moved(x), moved(y).toReversed())).toBeCloseTo(3 * distance, 9);
      }),
      { numRuns: 100, seed: 0 },
    );
  });

  test('the same stream gives the same distance, another one another', () => {
    const [x, y] = [[[0, 0]], [[3, 4]]];
    expect(sliced(x, y)).toBe(sliced(x, y));
    expect(sliced(x, y, 1)).not.toBe(sliced(x, y));
  });

  test('directions have length 1 and no preference', () => {
    const draw = stream(0, 'sphere');
    const directions = Array.from({ length: 4000 }, () => direction(3, draw));
    for (const theta of directions) expect(Math.hypot(...theta)).toBeCloseTo(1, 14);
    for (let k = 0; k < 3; k++) {
      const mean = directions.reduce((sum, theta) => sum + theta[k], 0) / 4000;
      const share = directions.filter((theta) => theta[k] < 1 / 2).length / 4000; // Archimedes: uniform in [-1, 1]
      expect(Math.abs(mean)).toBeLessThan(4 * Math.sqrt(1 / 3 / 4000));
      expect(Math.abs(share - 3 / 4)).toBeLessThan(4 * Math.sqrt(3 / 16 / 4000));
    }
  });

  test.each<[string, number, number[][], number[][]]>([
    ['projections must be an integer >= 1, got 0', 0, [[1]], [[1]]],
    ['projections must be an integer >= 1, got 1.5', 1.5, [[1]], [[1]]],
    ['x must have at least one point', 1, [], [[1]]],
    ['same dimension, got 1 and 2', 1, [[1]], [[1, 2]]],
    ['got NaN', 1, [[1]], [[NaN]]],
  ])('refuses: %s', (message, projections, x, y) => {
    expect(() => slicedWasserstein(x, y, { projections, stream: stream(0, 'none') })).toThrow(message);
  });
});
