import { describe, expect, test } from 'vitest';
import { earthMoverFromCost } from '../../src/distances/earthMoverFromCost';
import { stream } from '../../src/rng/stream';
import { centredPotentials } from '../../src/truth/centredPotentials';
import { kantorovichPotential } from '../../src/truth/kantorovichPotential';

const draw = stream(0, 'centred');
const n = 8;
const costs = Array.from({ length: n * n }, () => draw.uniform());
const cost = (i: number, j: number) => costs[i * n + j];
const even = new Array<number>(n).fill(1 / n);

/** Slack cost - u - v of every pair. */
function slacks({ potentialX, potentialY }: { potentialX: Float64Array; potentialY: Float64Array }) {
  return costs.map((value, k) => value - potentialX[Math.floor(k / n)] - potentialY[k % n]);
}

describe('centredPotentials', () => {
  const solved = earthMoverFromCost(costs, even, even);
  const centred = centredPotentials(cost, solved.plan, [n, n]);

  test('are feasible and certify the same distance', () => {
    expect(Math.min(...slacks(centred))).toBeGreaterThan(-1e-12);
    const value = [...centred.potentialX, ...centred.potentialY].reduce((sum, u) => sum + u / n, 0);
    expect(value).toBeCloseTo(solved.distance, 12);
  });

  test('are tight where mass moves and nowhere else, where the solver’s are tight on a whole tree', () => {
    const tight = (values: number[]) => values.filter((slack) => Math.abs(slack) < 1e-9).length;
    expect(tight(slacks(centred))).toBe(n);
    expect(tight(slacks(solved))).toBe(2 * n - 1);
  });

  test('also with masses that are split, and without those that are 0', () => {
    const a = [0.1, 0.2, 0, 0.3, 0.1, 0.1, 0.1, 0.1];
    const split = earthMoverFromCost(costs, a, even);
    const { potentialX, potentialY } = centredPotentials(cost, split.plan, [n, n]);
    expect(potentialX[2]).toBeNaN();
    const value = a.reduce((sum, mass, i) => sum + (mass > 0 ? mass * potentialX[i] : 0), 0);
    expect(value + potentialY.reduce((sum, v) => sum + v / n, 0)).toBeCloseTo(split.distance, 12);
  });
});

test('a centred critic has the same distance, slope at most 1, and a gradient at every generated point', () => {
  const points = () => Array.from({ length: 24 }, () => draw.normal());
  const [x, y] = [points(), points()];
  const critic = kantorovichPotential(x, y, { dim: 2, extension: 'lower', centred: true });
  const onX = critic.values(x).reduce((sum, f) => sum + f / 12, 0);
  const onY = critic.values(y).reduce((sum, f) => sum + f / 12, 0);
  expect(onX - onY).toBeCloseTo(critic.distance, 12);
  expect(onX + onY).toBeCloseTo(0, 12);
  const gradient = critic.gradients(y);
  const h = 1e-6;
  y.forEach((_, k) => {
    const at = (step: number) =>
      critic.values(y.map((value, i) => (i === k ? value + step : value)))[Math.floor(k / 2)];
    expect((at(h) - at(0)) / h).toBeCloseTo(gradient[k], 4);
    expect((at(0) - at(-h)) / h).toBeCloseTo(gradient[k], 4);
  });
});
