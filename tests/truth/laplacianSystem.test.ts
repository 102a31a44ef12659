import { expect, test } from 'vitest';
import { stream } from '../../src/rng/stream';
import { laplacianSystem } from '../../src/truth/laplacianSystem';

function spread(seed: number, n: number, decades: number) {
  const draw = stream(seed, 'laplacian');
  const weights = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let j = i + 1; j < n; j++) weights[i * n + j] = 10 ** (decades * (draw.uniform() - 0.5));
  return { weights, excess: Float64Array.from({ length: n }, () => draw.uniform()), draw };
}

/** M x without the cancellation of M's rows: sum_j w_ij (x_i - x_j) + excess_i x_i. */
function product(weights: Float64Array, excess: ArrayLike<number>, x: Float64Array) {
  const n = x.length;
  return x.map((value, i) => {
    let sum = excess[i] * value;
    for (let j = 0; j < n; j++)
      if (j !== i) sum += weights[Math.min(i, j) * n + Math.max(i, j)] * (value - x[j]);
    return sum;
  });
}

test('the solution satisfies the system', () => {
  for (const n of [1, 2, 5, 40]) {
    const { weights, excess, draw } = spread(n, n, 2);
    const right = Float64Array.from({ length: n }, () => draw.normal());
    const x = laplacianSystem(weights.slice(), excess)(right);
    product(weights, excess, x).forEach((value, i) => {
      expect(value).toBeCloseTo(right[i], 11);
    });
  }
});

test('weights that span thirty orders of magnitude cost no digits', () => {
  // two heaps of two nodes, stiff within, weak between: each heap moves as one node
  const [stiff, weak] = [1e18, 1e-12];
  const weights = Float64Array.of(0, stiff, weak, 0, 0, 0, 0, 0, 0, 0, 0, stiff, 0, 0, 0, 0);
  const x = laplacianSystem(weights, [0, 0, 0, weak])(Float64Array.of(weak, 0, 0, 0));
  expect(x[0]).toBeCloseTo(2, 12);
  expect(x[1]).toBeCloseTo(2, 12);
  expect(x[2]).toBeCloseTo(1, 12);
  expect(x[3]).toBeCloseTo(1, 12);
});

test('where nothing is tied to the ground the last node stays at 0', () => {
  const x = laplacianSystem(Float64Array.of(0, 2, 0, 0), [0, 0])(Float64Array.of(1, -1));
  expect(Array.from(x)).toEqual([0.5, 0]);
});
