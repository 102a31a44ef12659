import { describe, expect, test } from 'vitest';
import { earthMover1d } from '../../src/distances/earthMover1d';
import { uniformBox } from '../../src/distributions/uniformBox';
import { stream } from '../../src/rng/stream';
import { linspace } from '../../src/statistics/linspace';
import { mean } from '../../src/statistics/means';

describe('the uniform distribution on a cube', () => {
  const square = uniformBox({ centre: [1, -2], halfSide: 0.25 });

  test('has the density 1 / volume inside, also on the edge, and 0 outside', () => {
    expect(square.dim).toBe(2);
    expect(square.density([1, -2])).toBeCloseTo(4, 12);
    expect(square.density([1.25, -1.75])).toBeCloseTo(4, 12);
    expect(square.density([1.26, -2])).toBe(0);
    expect(square.logDensity([1, -2.3])).toBe(-Infinity);
    expect(uniformBox({ centre: 3, halfSide: 2 }).density(4.9)).toBeCloseTo(0.25, 12);
    expect(uniformBox({ centre: [0, 0, 0], halfSide: 0.1 }).density([0, 0, 0])).toBeCloseTo(125, 10);
  });

  test('fills the square evenly', () => {
    const points = square.sample(4000, stream(0, 'square'));
    for (const [offset, centre] of [
      [0, 1],
      [1, -2],
    ]) {
      const coordinate = points.filter((_, k) => k % 2 === offset);
      expect(earthMover1d(coordinate, linspace(centre - 0.25, centre + 0.25, 4000))).toBeLessThan(0.01);
    }
    const [x, y] = [0, 1].map((offset) => points.filter((_, k) => k % 2 === offset));
    expect(mean(x.map((v, i) => (v - 1) * (y[i] + 2)))).toBeCloseTo(0, 2.5);
    expect(square.sample(3, stream(1, 'a'))).toEqual(square.sample(3, stream(1, 'a')));
  });

  test('bad input is named', () => {
    expect(() => uniformBox({ centre: [], halfSide: 1 })).toThrow('got none');
    expect(() => uniformBox({ centre: [0, Infinity], halfSide: 1 })).toThrow('got Infinity at 1');
    expect(() => uniformBox({ centre: 0, halfSide: 0 })).toThrow('halfSide must be finite and > 0, got 0');
    expect(() => square.density([1])).toThrow('a point has 2 coordinate(s), got 1');
    expect(() => square.sample(0, stream(0, 'x'))).toThrow('got 0');
  });
});
