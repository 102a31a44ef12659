import { describe, expect, test } from 'vitest';
import { stream } from '../../src/rng/stream';
import { coefficientOfVariation } from '../../src/statistics/coefficientOfVariation';
import {
  chanceDirectionShare,
  closestDirections,
  directionShare,
  largestCosines,
} from '../../src/statistics/directionShare';
import { resultantLength } from '../../src/statistics/resultantLength';

describe('directionShare', () => {
  const points = [0, 0, 0, 0, 0, 0, 0, 0];
  const targets = [3, 0, 0, 5];

  test('the largest cosine is that with the nearest direction, whatever the lengths', () => {
    const cosines = largestCosines({ points, targets, dim: 2, vectors: [7, 0, 0, 0.1, 1, 1, -2, 0] });
    [1, 1, Math.SQRT1_2, 0].forEach((expected, i) => {
      expect(cosines[i]).toBeCloseTo(expected, 12);
    });
  });

  test('the target is the one of that cosine, the first of them; 0 for a vector that points nowhere', () => {
    const vectors = [7, 0, 0, 0.1, 1, 1, 0, 0];
    const { target, cosine } = closestDirections({ points, targets: [3, 0, 0, 5, 6, 0], dim: 2, vectors });
    expect([...target]).toEqual([0, 1, 0, 0]);
    expect(cosine[3]).toBe(-1);
  });

  test('counts the vectors within the angle of a target', () => {
    const at = (degrees: number) => [
      Math.cos((degrees * Math.PI) / 180),
      Math.sin((degrees * Math.PI) / 180),
    ];
    const vectors = [at(8), at(8.2), at(-8), at(45)].flat();
    expect(directionShare({ points, vectors, targets, dim: 2 })).toBe(0.5);
    expect(directionShare({ points, vectors, targets, dim: 2 }, { cosine: 0.7 })).toBe(1);
  });

  test('a vector that is zero points nowhere, and a target in the point itself lies in no direction', () => {
    const vectors = [0, 0, 1, 0, 1, 0, 1, 0];
    expect(directionShare({ points, vectors, targets, dim: 2 })).toBe(0.75);
    expect(directionShare({ points, vectors, targets: [0, 0], dim: 2 })).toBe(0);
  });

  test('moving, scaling and turning everything alike changes nothing', () => {
    const draw = stream(0, 'directions');
    const [a, b, v] = [12, 20, 12].map((n) => Array.from({ length: n }, () => draw.normal()));
    const moved = (x: number[], shift: number) => x.map((_, i) => 3 * (i % 2 ? x[i - 1] : -x[i + 1]) + shift);
    const plain = largestCosines({ points: a, targets: b, vectors: v, dim: 2 });
    const other = largestCosines({
      points: moved(a, 5),
      targets: moved(b, 5),
      vectors: moved(v, 0),
      dim: 2,
    });
    plain.forEach((cosine, i) => {
      expect(other[i]).toBeCloseTo(cosine, 10);
    });
  });

  test.each([1, 3, 20, 200])(
    'of random directions it is the share of the circle that %d targets cover',
    (m) => {
      const draw = stream(m, 'chance');
      const targets = Float64Array.from({ length: 2 * m }, () => draw.normal());
      const half = Math.acos(0.99);
      const angles = [...Array(m).keys()]
        .map((j) => Math.atan2(targets[2 * j + 1], targets[2 * j]))
        .sort((x, y) => x - y);
      const gaps = angles.map((angle, j) => (j + 1 < m ? angles[j + 1] : angles[0] + 2 * Math.PI) - angle);
      const covered = gaps.reduce((sum, gap) => sum + Math.min(gap, 2 * half), 0) / (2 * Math.PI);
      const chance = chanceDirectionShare({ points: [0, 0], targets, dim: 2 }, draw, { repeats: 20000 });
      expect(Math.abs(chance - covered)).toBeLessThan(
        4 * Math.sqrt(Math.max(0, covered * (1 - covered)) / 20000) + 1e-12,
      );
    },
  );

  test('refuses what does not fit, by name', () => {
    const fine = { points: [0, 0], vectors: [1, 0], targets: [1, 1], dim: 2 };
    expect(() => directionShare({ ...fine, points: [] })).toThrow(
      'points must be a positive multiple of 2 coordinates, got 0',
    );
    expect(() => directionShare({ ...fine, targets: [1] })).toThrow(
      'targets must be a positive multiple of 2 coordinates, got 1',
    );
    expect(() => directionShare({ ...fine, vectors: [1] })).toThrow(
      'as many coordinates as points, got 1 and 2',
    );
    expect(() => directionShare({ ...fine, dim: 0 })).toThrow('dim must be an integer >= 1, got 0');
    expect(() => directionShare(fine, { cosine: 1 })).toThrow('cosine must be in [-1, 1), got 1');
    expect(() => chanceDirectionShare(fine, stream(0, 'x'), { repeats: 0 })).toThrow(
      'repeats must be an integer >= 1, got 0',
    );
  });
});

describe('resultantLength', () => {
  test('is 1 for one direction, 0 for opposite ones, and blind to lengths', () => {
    expect(resultantLength([1, 0, 5, 0, 0.1, 0], 2)).toBeCloseTo(1, 12);
    expect(resultantLength([1, 0, -5, 0], 2)).toBeCloseTo(0, 12);
    expect(resultantLength([1, 0, 0, 9], 2)).toBeCloseTo(Math.SQRT1_2, 12);
    expect(resultantLength([1, 0, 0, 0], 2)).toBeCloseTo(0.5, 12);
  });

  test('refuses what does not fit', () => {
    expect(() => resultantLength([], 2)).toThrow('positive multiple of 2 coordinates, got 0');
    expect(() => resultantLength([1], 0)).toThrow('dim must be an integer >= 1, got 0');
  });
});

describe('coefficientOfVariation', () => {
  test('is the standard deviation over the mean, and does not depend on the unit', () => {
    expect(coefficientOfVariation([3, 3, 3])).toBe(0);
    expect(coefficientOfVariation([1, 3])).toBeCloseTo(1 / 2, 12);
    expect(coefficientOfVariation([10, 30])).toBeCloseTo(1 / 2, 12);
  });

  test('refuses numbers without a positive mean', () => {
    expect(() => coefficientOfVariation([-1, 1])).toThrow('the mean must be > 0, got 0');
    expect(() => coefficientOfVariation([])).toThrow('at least one number is needed');
  });
});
