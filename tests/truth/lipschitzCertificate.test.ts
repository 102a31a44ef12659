import { expect, test } from 'vitest';
import { lipschitzCertificate } from '../../src/truth/lipschitzCertificate';
import { lipschitzLosses } from '../../src/truth/lipschitzLosses';
import type { LipschitzProgram } from '../../src/truth/lipschitzProgram';

// two atoms at distance 2, square with alpha 1, lambda 0.5: k = 2 d / (d^2 + 2 lambda) = 0.8, f = -+ k, flow 2 lambda k / d = 0.4
const program: LipschitzProgram = {
  loss: lipschitzLosses.square(),
  lambda: 0.5,
  massFake: Float64Array.of(1, 0),
  massReal: Float64Array.of(0, 1),
  distances: Float64Array.of(0, 2, 2, 0),
};
const optimum = { f: Float64Array.of(-0.8, 0.8), k: 0.8, flows: Float64Array.of(0, 0, 0.4, 0) };
const residual = (change: Partial<typeof optimum>) =>
  lipschitzCertificate(program, { ...optimum, ...change }).residual;

test('at the optimum, computed by hand, residual and gap are 0', () => {
  const { residual, dualityGap } = lipschitzCertificate(program, optimum);
  expect(residual).toBeLessThan(1e-15);
  expect(Math.abs(dualityGap)).toBeLessThan(1e-15);
});

test('each condition that fails shows', () => {
  expect(residual({ f: Float64Array.of(-0.8, 0.79) })).toBeGreaterThan(1e-3); // neither balanced nor tight
  expect(residual({ f: Float64Array.of(-0.81, 0.81) })).toBeGreaterThan(1e-3); // too steep
  expect(residual({ k: 0.81 })).toBeGreaterThan(1e-3);
  expect(residual({ flows: Float64Array.of(0, 0, 0.41, 0) })).toBeGreaterThan(1e-3);
  expect(residual({ flows: Float64Array.of(0, 0.1, 0.5, 0) })).toBeGreaterThan(1e-3); // a flow down, where nothing is tight
  expect(residual({ flows: Float64Array.of(0, -0.1, 0.3, 0) })).toBe(Infinity);
  expect(residual({ f: Float64Array.of(0.8, -0.8) })).toBeGreaterThan(0.5); // the sides swapped
});

test('the gap bounds how much better the optimum is', () => {
  const value = ([a, b]: Float64Array, k: number) => (a + 1) ** 2 + (1 - b) ** 2 + 0.5 * k * k;
  const best = value(optimum.f, 0.8);
  for (const k of [0.3, 0.7, 0.9, 1.4]) {
    const f = Float64Array.of(-k, k);
    const { dualityGap } = lipschitzCertificate(program, { ...optimum, f, k });
    expect(dualityGap).toBeGreaterThanOrEqual(value(f, k) - best - 1e-12);
  }
});
