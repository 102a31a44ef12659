import { describe, expect, test } from 'vitest';
import { earthMover } from '../../src/distances/earthMover';
import { linearDistance } from '../../src/distances/linearDistance';
import { gaussian } from '../../src/distributions/gaussian';
import { stream } from '../../src/rng/stream';

const x = [
  [0, 0],
  [1, 2],
  [3, -1],
  [0.5, 0.25],
];
const y = [
  [1, 1],
  [-2, 0.5],
  [2, -2],
];

describe('linearDistance', () => {
  test('is the length of the difference of the weighted means (NumPy)', () => {
    // d = wx @ x - wy @ y; np.linalg.norm(d), d / np.linalg.norm(d)
    const { distance, direction } = linearDistance(x, y, {
      weightsX: [0.1, 0.2, 0.3, 0.4],
      weightsY: [0.5, 0.25, 0.25],
    });
    expect(distance).toBeCloseTo(0.8035079339994097, 12);
    expect(direction[0]).toBeCloseTo(0.99563423, 8);
    expect(direction[1]).toBeCloseTo(0.09334071, 8);
  });

  test('no other direction of length 1 tells more, and the one returned tells just this', () => {
    const { distance, direction } = linearDistance(x, y);
    const gap = (w: ArrayLike<number>) => {
      const along = (points: number[][]) =>
        points.reduce((sum, point) => sum + (w[0] * point[0] + w[1] * point[1]) / points.length, 0);
      return along(x) - along(y);
    };
    expect(gap(direction)).toBeCloseTo(distance, 12);
    for (let k = 0; k < 360; k++) {
      const angle = (k * Math.PI) / 180;
      expect(gap([Math.cos(angle), Math.sin(angle)])).toBeLessThanOrEqual(distance + 1e-12);
    }
  });

  test('is symmetric, unmoved by a common shift, scales, and stays below W1', () => {
    const { distance } = linearDistance(x, y);
    const moved = (points: number[][]) => points.map((point) => point.map((v) => 3 * v + 7));
    expect(linearDistance(y, x).distance).toBeCloseTo(distance, 12);
    expect(linearDistance(moved(x), moved(y)).distance).toBeCloseTo(3 * distance, 12);
    expect(distance).toBeLessThanOrEqual(earthMover(x, y).distance);
  });

  test('is 0, in no direction, between different laws of one mean', () => {
    const { distance, direction } = linearDistance([-1, 1], [-5, 5], { dim: 1 });
    expect(distance).toBe(0);
    expect([...direction]).toEqual([0]);
  });

  test('its mean square between two samples of one law is 2 trace(S) / m', () => {
    const law = gaussian({ mean: [0, 0, 0], std: 2 });
    const root = stream(0, 'linearDistance.test');
    const squares = Array.from({ length: 2000 }, (_, k) => {
      const [a, b] = ['x', 'y'].map((name) => law.sample(10, root.split(k).split(name)));
      return linearDistance(a, b, { dim: 3 }).distance ** 2;
    });
    const mean = squares.reduce((sum, v) => sum + v, 0) / squares.length;
    expect(Math.abs(mean / ((2 * 12) / 10) - 1)).toBeLessThan(0.06); // its deviation is 1.8 %
  });

  test('wrong input is named', () => {
    expect(() => linearDistance([[1]], [[1, 2]])).toThrow(
      'x and y must have the same dimension, got 1 and 2',
    );
    expect(() => linearDistance([1, 2], [1, 2])).toThrow('dim must be given when x is flat');
    expect(() => linearDistance([], [[1]])).toThrow('x must have at least one point, got none');
  });
});
