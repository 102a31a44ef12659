import { describe, expect, test } from 'vitest';
import { earthMover1d } from '../../src/distances/earthMover1d';
import { earthMoverMatched } from '../../src/distances/earthMoverMatched';
import { jensenShannon } from '../../src/distances/jensenShannon';
import { onCommonAtoms } from '../../src/distances/onCommonAtoms';
import { parallelLine } from '../../src/distributions/segment';
import { stream } from '../../src/rng/stream';
import fixture from '../fixtures/distances.json';

describe('earthMoverMatched', () => {
  test.each(fixture.assignments)('$n points in dimension $d, against SciPy', ({ n, d, x, y, cost }) => {
    expect(earthMoverMatched(x, y, d).distance).toBeCloseTo(cost / n, 10);
  });

  test('on the line it is earthMover1d', () => {
    const draw = stream(0, 'points');
    const [x, y] = [0, 1].map(() => Array.from({ length: 50 }, draw.normal));
    expect(earthMoverMatched(x, y, 1).distance).toBeCloseTo(earthMover1d(x, y), 12);
  });

  test('a shifted cloud is matched with itself, at the length of the shift', () => {
    const x = Array.from({ length: 40 }, stream(1, 'cloud').normal);
    const { distance, match } = earthMoverMatched(
      x,
      x.map((v, i) => v + (i % 2 ? 400 : 300)),
      2,
    );
    expect(distance).toBeCloseTo(500, 9);
    expect([...match].sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i));
  });

  test('two parallel lines: sorting by height is optimal for every convex cost', () => {
    const draw = stream(2, 'lines');
    const [x, y] = [0, 0.3].map((theta) => parallelLine(theta).sample(60, draw));
    const heights = [x, y].map((points) => points.filter((_, i) => i % 2).sort());
    const sorted = heights[0].reduce((sum, h, i) => sum + Math.hypot(0.3, h - heights[1][i]), 0) / 60;
    expect(earthMoverMatched(x, y, 2).distance).toBeCloseTo(sorted, 12);
  });

  test('clouds of different size or broken rows are refused', () => {
    expect(() => earthMoverMatched([1, 2], [1, 2, 3, 4], 2)).toThrow('got 2 and 4');
    expect(() => earthMoverMatched([], [], 2)).toThrow('got 0 and 0');
    expect(() => earthMoverMatched([1], [Number.NaN], 1)).toThrow('must be finite, got NaN');
  });
});

describe('onCommonAtoms', () => {
  test('counts shares on the distinct points of either side', () => {
    expect(onCommonAtoms([0, 0, 0, 0, 1, 1], [1, 1, 2, 2], 2)).toEqual({
      p: [2 / 3, 1 / 3, 0],
      q: [0, 1 / 2, 1 / 2],
    });
  });

  test('two independent continuous samples share no point: JS = log 2 at any distance', () => {
    const draw = stream(0, 'atoms');
    const [x, y] = [0, 0].map((theta) => parallelLine(theta).sample(100, draw));
    const { p, q } = onCommonAtoms(x, y, 2);
    expect(jensenShannon(p, q)).toBeCloseTo(Math.LN2, 12);
  });

  test('broken rows are refused', () => {
    expect(() => onCommonAtoms([1], [1, 2], 2)).toThrow('got 1');
  });
});
