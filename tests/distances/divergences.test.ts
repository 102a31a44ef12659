import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jensenShannon } from '../../src/distances/jensenShannon';
import { kullbackLeibler } from '../../src/distances/kullbackLeibler';
import { totalVariation } from '../../src/distances/totalVariation';
import fixture from '../fixtures/distances.json';

const divergences = { kullbackLeibler, jensenShannon, totalVariation };
type Name = keyof typeof divergences;
const names = Object.keys(divergences) as Name[];

/** Two probability vectors of one length, with zeros among them. */
const pairs = fc
  .array(
    fc.tuple(
      fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1, noNaN: true })),
      fc.double({ min: 1e-3, max: 1, noNaN: true }),
    ),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  .filter((rows) => rows.some(([a]) => a > 1e-3))
  .map((rows) => [0, 1].map((side) => normalised(rows.map((row) => row[side]))));

function normalised(p: number[]): number[] {
  const total = p.reduce((a, b) => a + b, 0);
  return p.map((v) => v / total);
}

describe.each(fixture.divergences)('on $p.length outcomes, against SciPy', (row) => {
  test.each(names)('%s', (name) => {
    const expected = Number(row[name]);
    if (expected === Number.POSITIVE_INFINITY) expect(divergences[name](row.p, row.q)).toBe(expected);
    else expect(Math.abs(divergences[name](row.p, row.q) - expected)).toBeLessThan(1e-12);
  });
});

describe('closed forms', () => {
  test('two point masses apart: KL infinite, JS = log 2, TV = 1', () => {
    expect(kullbackLeibler([1, 0], [0, 1])).toBe(Number.POSITIVE_INFINITY);
    expect(jensenShannon([1, 0], [0, 1])).toBe(Math.LN2);
    expect(totalVariation([1, 0], [0, 1])).toBe(1);
  });

  test('KL((1/2, 1/2) ‖ (1/4, 3/4)) = log 2 - log(3) / 2', () => {
    expect(kullbackLeibler([1 / 2, 1 / 2], [1 / 4, 3 / 4])).toBeCloseTo(Math.LN2 - Math.log(3) / 2, 15);
  });

  test('0 log 0 is 0', () => {
    expect(kullbackLeibler([0, 1], [1 / 2, 1 / 2])).toBeCloseTo(Math.LN2, 15);
  });

  test('probabilities as small as 1e-308 neither overflow nor make NaN', () => {
    expect(jensenShannon([1e-308, 1], [1, 1e-308])).toBeCloseTo(Math.LN2, 12);
    expect(kullbackLeibler([1e-308, 1], [1, 1e-308])).toBeCloseTo(308 * Math.LN10, 6);
  });

  test('typed arrays, 32-bit ones too, are taken', () => {
    expect(jensenShannon(Float32Array.of(0.1, 0.9), Float64Array.of(0.1, 0.9))).toBeCloseTo(0, 12);
  });
});

describe('invariants on random pairs', () => {
  test('zero on itself, symmetric (JS, TV), bounded, and ordered as theory says', () => {
    fc.assert(
      fc.property(pairs, ([p, q]) => {
        const kl = kullbackLeibler(p, q);
        const js = jensenShannon(p, q);
        const tv = totalVariation(p, q);
        for (const name of names) expect(divergences[name](p, p)).toBeCloseTo(0, 15);
        expect(jensenShannon(q, p)).toBeCloseTo(js, 12);
        expect(totalVariation(q, p)).toBeCloseTo(tv, 12);
        expect(tv ** 2 / 2).toBeLessThanOrEqual(js + 1e-12);
        expect(js).toBeLessThanOrEqual(Math.LN2 * tv + 1e-12);
        expect(tv).toBeLessThanOrEqual(Math.sqrt(kl / 2) + 1e-12); // Pinsker
      }),
      { numRuns: 500, seed: 0 },
    );
  });

  test('the order of the outcomes does not matter', () => {
    fc.assert(
      fc.property(pairs, ([p, q]) => {
        for (const name of names)
          expect(divergences[name](p.toReversed(), q.toReversed())).toBeCloseTo(divergences[name](p, q), 10);
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});

describe.each(names)('%s refuses', (name) => {
  const d = divergences[name];
  test.each([
    [[0.5, 0.4], [0.5, 0.5], 'p must sum to 1, got 0.9'],
    [[0.5, 0.5], [1.5, -0.5], 'q must hold finite probabilities >= 0, got -0.5 at 1'],
    [[Number.NaN, 1], [0.5, 0.5], 'got NaN at 0'],
    [[1], [0.5, 0.5], 'same length, got 1 and 2'],
    [[], [], 'got none'],
  ])('%j and %j', (p, q, message) => {
    expect(() => d(p, q)).toThrow(message);
  });
});
