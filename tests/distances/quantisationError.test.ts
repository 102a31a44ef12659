import { describe, expect, test } from 'vitest';
import { earthMover } from '../../src/distances/earthMover';
import { quantisationError } from '../../src/distances/quantisationError';
import { gaussian } from '../../src/distributions/gaussian';
import { stream } from '../../src/rng/stream';

const x = [
  [0, 0],
  [1, 2],
  [3, -1],
  [0.5, 0.25],
];
const atoms = [
  [1, 1],
  [-2, 0.5],
  [2, -2],
];

describe('quantisationError', () => {
  test('is the mean distance to the nearest atom (SciPy)', () => {
    expect(quantisationError(x, atoms)).toBeCloseTo(1.1824537359030467, 12); // cdist(x, atoms).min(1).mean()
  });

  test('is the earth mover distance to the cheapest weights on the atoms, and below that to any others', () => {
    const error = quantisationError(x, atoms);
    const cheapest = [3 / 4, 0, 1 / 4]; // three points are closest to the first atom, one to the last
    expect(earthMover(x, atoms, { weightsY: cheapest }).distance).toBeCloseTo(error, 12);
    for (const weightsY of [
      [1 / 3, 1 / 3, 1 / 3],
      [0.5, 0.25, 0.25],
      [0.5, 0, 0.5],
    ])
      expect(earthMover(x, atoms, { weightsY }).distance).toBeGreaterThan(error);
  });

  test('agrees with a plain search in 100 dimensions', () => {
    const law = gaussian({ mean: new Array(100).fill(0) });
    const [a, b] = ['a', 'b'].map((name) => law.sample(30, stream(0, name)));
    let sum = 0;
    for (let i = 0; i < 30; i++) {
      let best = Infinity;
      for (let j = 0; j < 30; j++)
        best = Math.min(
          best,
          Math.hypot(...Array.from({ length: 100 }, (_, k) => a[100 * i + k] - b[100 * j + k])),
        );
      sum += best / 30;
    }
    expect(quantisationError(a, b, 100)).toBeCloseTo(sum, 10);
  });

  test('is 0 for points that are atoms, and wrong input is named', () => {
    expect(quantisationError(atoms, [...atoms, [9, 9]])).toBe(0);
    expect(() => quantisationError([[1]], [[1, 2]])).toThrow(
      'x and atoms must have the same dimension, got 1 and 2',
    );
    expect(() => quantisationError([[1]], [])).toThrow('atoms must have at least one point, got none');
  });
});
