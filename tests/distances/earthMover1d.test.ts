import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assignment } from '../../src/distances/assignment';
import { earthMover1d } from '../../src/distances/earthMover1d';
import fixture from '../fixtures/distances.json';

const points = (n: number) =>
  fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: n, maxLength: n });
const pairs = fc.integer({ min: 1, max: 12 }).chain((n) => fc.tuple(points(n), points(n)));

describe('earthMover1d', () => {
  test.each(fixture.line)(
    '$x.length against $y.length points, against SciPy',
    ({ x, y, weightsX, weightsY, distance }) => {
      expect(Math.abs(earthMover1d(x, y, { weightsX, weightsY }) - distance)).toBeLessThan(
        1e-12 * (1 + distance),
      );
    },
  );

  test('masses need not sum to 1: moving [3, 2, 1, 4] to [1, 2, 4, 3] costs 5', () => {
    const bins = [0, 1, 2, 3];
    expect(earthMover1d(bins, bins, { weightsX: [3, 2, 1, 4], weightsY: [1, 2, 4, 3] })).toBe(5);
  });

  test('equals the cheapest assignment, a second algorithm', () => {
    fc.assert(
      fc.property(pairs, ([x, y]) => {
        const matched = assignment(x.length, (i, j) => Math.abs(x[i] - y[j])).cost / x.length;
        expect(Math.abs(earthMover1d(x, y) - matched)).toBeLessThan(1e-10 * (1 + matched));
      }),
      { numRuns: 300, seed: 0 },
    );
  });

  test('zero on itself, symmetric, shifts by the shift, scales with the scale', () => {
    fc.assert(
      fc.property(pairs, ([x, y]) => {
        const d = earthMover1d(x, y);
        expect(earthMover1d(x, x.toReversed())).toBeCloseTo(0, 12);
        expect(earthMover1d(y, x)).toBeCloseTo(d, 9);
        expect(
          earthMover1d(
            x,
            x.map((v) => v + 7),
          ),
        ).toBeCloseTo(7, 9);
        expect(
          earthMover1d(
            x.map((v) => -3 * v),
            y.map((v) => -3 * v),
          ),
        ).toBeCloseTo(3 * d, 8);
      }),
      { numRuns: 200, seed: 1 },
    );
  });

  test('a point of mass 0 does not count, and a point split in two changes nothing', () => {
    expect(earthMover1d([0, 99], [1], { weightsX: [1, 0] })).toBe(1);
    expect(earthMover1d([0, 0, 2], [1, 1, 3])).toBeCloseTo(
      earthMover1d([0, 2], [1, 3], { weightsX: [2 / 3, 1 / 3], weightsY: [2 / 3, 1 / 3] }),
      12,
    );
  });

  test.each([
    [[], [1], {}, 'x must have at least one point'],
    [[1], [Number.NaN], {}, 'y must hold finite coordinates, got NaN at 0'],
    [[1], [], {}, 'y must have at least one point'],
    [[1], [-Infinity], {}, 'y must hold finite coordinates, got -Infinity at 0'],
    [[1, 2], [1], { weightsX: [0, 0] }, 'weights of x must have a finite total > 0, got 0'],
    [[1, 2], [1], { weightsX: [1] }, 'x has 2 points but 1 weights'],
    [[1, 2], [1], { weightsX: [2, -1] }, 'got -1 at 1'],
    [[1], [1], { weightsX: [1], weightsY: [0.5] }, 'equal totals, got 1 and 0.5'],
    [[1], [1], { weightsX: [Number.NaN], weightsY: [1] }, 'weights of x must be finite and >= 0, got NaN'],
  ])('%j, %j, %j is refused', (x, y, weights, message) => {
    expect(() => earthMover1d(x, y, weights)).toThrow(message);
  });
});
