import { expect } from 'vitest';
import type { Transport } from '../../src/distances/transport';

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, v) => total + v, 0);

/**
 * Expects what proves a transport right whatever found it: a plan with the masses asked for (to 1e-12 of the total),
 * potentials that no cost undercuts (to 1e-9 of the largest cost), and primal = dual (to 1e-9).
 */
export function expectCertified(
  { distance, plan, potentialX, potentialY }: Transport,
  cost: (i: number, j: number) => number,
  a: ArrayLike<number>,
  b: ArrayLike<number>,
): void {
  const [n, m] = [a.length, b.length];
  const total = sum(a);
  const restA = Float64Array.from(a);
  const restB = Float64Array.from(b);
  let largest = 0;
  for (let i = 0; i < n; i++) for (let j = 0; j < m; j++) largest = Math.max(largest, Math.abs(cost(i, j)));

  let primal = 0;
  let least = Infinity;
  let slackness = 0;
  plan.masses.forEach((mass, k) => {
    const [i, j] = [plan.rows[k], plan.columns[k]];
    least = Math.min(least, mass);
    restA[i] -= mass;
    restB[j] -= mass;
    primal += mass * cost(i, j);
    slackness = Math.max(slackness, Math.abs(cost(i, j) - potentialX[i] - potentialY[j]));
  });
  expect(least).toBeGreaterThan(0);
  expect(plan.masses.length).toBeLessThan(n + m);
  const biggest = (rest: Float64Array) => rest.reduce((x, y) => Math.max(x, Math.abs(y)), 0);
  expect(biggest(restA)).toBeLessThanOrEqual(1e-12 * total);
  expect(biggest(restB)).toBeLessThanOrEqual(1e-12 * total);

  let undercut = 0;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) undercut = Math.max(undercut, potentialX[i] + potentialY[j] - cost(i, j));
  expect(undercut).toBeLessThanOrEqual(1e-9 * largest);
  expect(slackness).toBeLessThanOrEqual(1e-9 * largest);

  let dual = 0;
  for (let i = 0; i < n; i++) dual += a[i] * potentialX[i];
  for (let j = 0; j < m; j++) dual += b[j] * potentialY[j];
  expect(Math.abs(primal - distance)).toBeLessThanOrEqual(1e-12 * total * largest);
  const rounding = 1e-14 * total * largest; // of the dual's terms, where the distance itself is about 0
  expect(Math.abs(dual - distance)).toBeLessThanOrEqual(1e-9 * Math.abs(distance) + rounding);
}
