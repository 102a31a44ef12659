import { describe, expect, test } from 'vitest';
import { earthMover } from '../../src/distances/earthMover';
import { stream } from '../../src/rng/stream';
import { derivative } from '../../src/statistics/derivative';
import { earthMoverGradient } from '../../src/truth/earthMoverGradient';
import { kantorovichPotential } from '../../src/truth/kantorovichPotential';

const draw = stream(0, 'gradient');
const cloud = (n: number, dim: number) => Array.from({ length: n * dim }, () => draw.normal());

/** Central differences of W in every coordinate of y. */
function differences(x: number[], y: number[], options: object): number[] {
  const moved = (k: number, to: number) => y.map((value, i) => (i === k ? to : value));
  return y.map((value, k) => derivative((to) => earthMover(x, moved(k, to), options).distance, value, 1e-5));
}
const largestGap = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i])));

describe('earthMoverGradient', () => {
  test.each([1, 2, 3])('is the finite difference of W in every coordinate, in dimension %d', (dim) => {
    const [x, y] = [cloud(7, dim), cloud(7, dim)];
    expect(largestGap(earthMoverGradient(x, y, { dim }), differences(x, y, { dim }))).toBeLessThan(1e-8);
  });

  test('also where masses are split between several points', () => {
    const [x, y] = [cloud(5, 2), cloud(3, 2)];
    const options = { dim: 2, weightsX: [0.1, 0.3, 0.2, 0.25, 0.15], weightsY: [0.5, 0.2, 0.3] };
    expect(largestGap(earthMoverGradient(x, y, options), differences(x, y, options))).toBeLessThan(1e-8);
  });

  test('is minus the gradient of the optimal critic, times the weight, where each point goes to one', () => {
    const [x, y] = [cloud(9, 2), cloud(9, 2)];
    const critic = kantorovichPotential(x, y, { dim: 2, extension: 'lower', centred: true });
    const byCritic = critic.gradients(y).map((slope) => -slope / 9);
    expect(largestGap(earthMoverGradient(x, y, { dim: 2 }), byCritic)).toBeLessThan(1e-12);
  });

  test('of a shift is 1 along it in sum, and rows may be given as rows', () => {
    const gradient = earthMoverGradient([[0], [1]], [[5], [6]]);
    expect(Array.from(gradient)).toEqual([0.5, 0.5]);
  });

  test('a pair of coinciding points adds nothing', () => {
    expect(Array.from(earthMoverGradient([[1, 2]], [[1, 2]]))).toEqual([0, 0]);
  });

  test('says what is wrong with its input', () => {
    expect(() => earthMoverGradient([[1]], [[1, 2]])).toThrow('same dimension, got 1 and 2');
  });
});
