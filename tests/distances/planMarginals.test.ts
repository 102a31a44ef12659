import { expect, test } from 'vitest';
import { earthMover } from '../../src/distances/earthMover';
import { planMarginals } from '../../src/distances/planMarginals';
import { stream } from '../../src/rng/stream';

test('of a plan by hand are its row and column sums', () => {
  const plan = {
    rows: Int32Array.of(0, 0, 2),
    columns: Int32Array.of(0, 1, 1),
    masses: Float64Array.of(1, 2, 4),
  };
  expect(planMarginals(plan, [3, 2])).toEqual({
    rows: Float64Array.of(3, 0, 4),
    columns: Float64Array.of(1, 6),
  });
});

test('of an optimal plan are the weights', () => {
  const from = stream(3, 'marginals');
  const [x, y] = [7, 11].map((n) => Array.from({ length: n }, () => [from.normal(), from.normal()]));
  const weights = [x, y].map((points) =>
    points.map((_, i) => (i + 1) / ((points.length * (points.length + 1)) / 2)),
  );
  const { plan } = earthMover(x, y, { weightsX: weights[0], weightsY: weights[1] });
  const { rows, columns } = planMarginals(plan, [7, 11]);
  rows.forEach((mass, i) => {
    expect(mass).toBeCloseTo(weights[0][i], 14);
  });
  columns.forEach((mass, j) => {
    expect(mass).toBeCloseTo(weights[1][j], 14);
  });
});

test('a plan of more points than there are is refused', () => {
  const plan = { rows: Int32Array.of(3), columns: Int32Array.of(0), masses: Float64Array.of(1) };
  expect(() => planMarginals(plan, [3, 1])).toThrow(
    'pair 0 of the plan must name points of 3 and 1, got 3 and 0',
  );
});
