import { describe, expect, test } from 'vitest';
import { admissibility } from '../../src/truth/admissibility';
import { type LipschitzLossName, lipschitzLosses } from '../../src/truth/lipschitzLosses';

const names = Object.keys(lipschitzLosses) as LipschitzLossName[];

describe('the losses of Lipschitz GANs', () => {
  test.each(names)('%s: slope and curvature are the derivatives of the value', (name) => {
    const { value, slope, curvature, kinks = [] } = lipschitzLosses[name]();
    const h = 1e-5;
    for (const t of [-7.3, -2.1, -0.4, 0.2, 1.7, 6.1]) {
      expect(kinks.every(({ at }) => Math.abs(t - at) > h)).toBe(true);
      expect(slope(t)).toBeCloseTo((value(t + h) - value(t - h)) / (2 * h), 5);
      expect(curvature(t)).toBeCloseTo((slope(t + h) - slope(t - h)) / (2 * h), 5);
    }
  });

  test('their values are the formulas', () => {
    const at = (name: LipschitzLossName, t: number) => lipschitzLosses[name]().value(t);
    expect(at('x', 0.7)).toBe(0.7);
    expect(at('exp', 1)).toBeCloseTo(Math.E, 14);
    expect(at('logSigmoid', 0)).toBeCloseTo(Math.LN2, 14);
    expect(at('sqrt', 0.75)).toBeCloseTo(2, 14);
    expect(at('square', 2)).toBe(9);
    expect(lipschitzLosses.square({ alpha: 2 }).value(2)).toBe(16);
    expect(at('hinge', -3)).toBe(0);
    expect(lipschitzLosses.hinge({ alpha: 0.5 }).value(1)).toBe(1.5);
    expect(lipschitzLosses.hinge({ alpha: 0.5 }).kinks).toEqual([{ at: -0.5, jump: 1 }]);
  });

  test('far out they neither overflow nor cancel', () => {
    const { logSigmoid, sqrt } = lipschitzLosses;
    expect(logSigmoid().value(1e4)).toBe(1e4);
    expect(logSigmoid().value(-40) / Math.exp(-40)).toBeCloseTo(1, 12);
    expect(logSigmoid().slope(-700) / Math.exp(-700)).toBeCloseTo(1, 12);
    expect(logSigmoid().slope(1e4)).toBe(1);
    expect(sqrt().value(-1e8) / 5e-9).toBeCloseTo(1, 12);
    expect(sqrt().slope(-1e8) / 5e-17).toBeCloseTo(1, 12);
    expect(sqrt().value(1e150)).toBe(2e150);
  });

  test('a margin that is no positive number is refused', () => {
    expect(() => lipschitzLosses.square({ alpha: 0 })).toThrow('alpha must be positive and finite, got 0');
    expect(() => lipschitzLosses.hinge({ alpha: Number.NaN })).toThrow('got NaN');
  });
});

describe('the conditions of a Lipschitz GAN', () => {
  test.each(['exp', 'logSigmoid', 'sqrt'] as const)('%s meets them, strictly convex', (name) => {
    const found = admissibility(lipschitzLosses[name]());
    expect(found).toEqual({ monotone: true, convex: true, strictlyConvex: true, level: 0, admissible: true });
    expect(lipschitzLosses[name]().strictlyConvex).toBe(true);
  });

  test('x meets them, not strictly convex', () => {
    expect(admissibility(lipschitzLosses.x())).toEqual({
      monotone: true,
      convex: true,
      strictlyConvex: false,
      level: 0,
      admissible: true,
    });
  });

  test('square and hinge are convex but not monotone', () => {
    const [square, hinge] = [admissibility(lipschitzLosses.square()), admissibility(lipschitzLosses.hinge())];
    expect(square).toMatchObject({ monotone: false, convex: true, strictlyConvex: true, admissible: false });
    expect(hinge).toMatchObject({ monotone: false, convex: true, strictlyConvex: false, admissible: false });
  });

  test('a slope that falls is not convex, slopes of one sign have no level', () => {
    expect(admissibility({ slope: (t) => 2 - Math.tanh(t) })).toMatchObject({
      convex: false,
      admissible: false,
    });
    const apart = admissibility({ slope: () => 2 }, { slope: () => -1 });
    expect(apart.level).toBeNaN();
    expect(apart.admissible).toBe(false);
  });

  test('the level of an unequal pair is where the slopes balance', () => {
    const found = admissibility({ slope: Math.exp }, { slope: (t) => -Math.exp(3.3 - t) });
    expect(found.level).toBeCloseTo(1.65, 12);
    expect(found.admissible).toBe(true);
  });
});
