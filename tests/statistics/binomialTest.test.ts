import { describe, expect, test } from 'vitest';
import { binomialTest } from '../../src/statistics/binomialTest';
import fixture from '../fixtures/statistics.json';

describe('binomialTest', () => {
  test.each(fixture.tests)(
    '$successes of $trials at $probability, against SciPy',
    ({ successes, trials, probability, pValue }) => {
      expect(Math.abs(binomialTest(successes, trials, probability) - pValue)).toBeLessThan(1e-11);
    },
  );

  test('100 of 177, as in Improved Training of WGANs, Appendix C, is not significant: p = 0.10', () => {
    expect(binomialTest(100, 177)).toBeCloseTo(0.1, 2);
  });

  test('fair coins, by counting: 0 of 5 or as rare 2/32, 1 of 5 or as rare 12/32, 2 of 5 always', () => {
    expect(binomialTest(0, 5)).toBeCloseTo(2 / 32, 14);
    expect(binomialTest(1, 5)).toBeCloseTo(12 / 32, 14);
    expect(binomialTest(2, 5)).toBeCloseTo(1, 14);
  });

  test('successes and failures are told apart by the probability alone', () => {
    expect(binomialTest(3, 20, 0.3)).toBeCloseTo(binomialTest(17, 20, 0.7), 12);
  });

  test('what is no count or chance is refused', () => {
    expect(() => binomialTest(6, 5)).toThrow('successes must be an integer in 0 … 5, got 6');
    expect(() => binomialTest(0, 1.5)).toThrow('trials must be an integer >= 0, got 1.5');
    expect(() => binomialTest(0, 1, 2)).toThrow('probability must be in [0, 1], got 2');
  });
});
