import { beforeEach, describe, expect, test } from 'vitest';
import { atLeast, atMost, between } from '../../src/claims/bounds';
import { claim } from '../../src/claims/claim';
import { formatClaim } from '../../src/claims/format';
import { judge } from '../../src/claims/judge';
import { checkClaims, clearClaims, onClaim, recordedClaims } from '../../src/claims/ledger';
import type { ClaimInput } from '../../src/claims/types';

const base: ClaimInput = {
  id: 'T-1',
  source: 'A paper, Figure 1',
  statement: 'the number is small',
  measured: 0.04,
  expected: atMost(0.05),
  falsifiedBy: 'a large number',
};

beforeEach(clearClaims);

describe('a claim holds', () => {
  test.each([
    [0.05, atMost(0.05), undefined, true],
    [0.0501, atMost(0.05), undefined, false],
    [2, atLeast(2), undefined, true],
    [1.9, atLeast(2), undefined, false],
    [1, between(1, 2), undefined, true],
    [2.1, between(1, 2), undefined, false],
    [0.69, Math.LN2, 0.01, true],
    [0.67, Math.LN2, 0.01, false],
    [3, 3, 0, true],
    [Number.NaN, atMost(1), undefined, false],
    [Number.NaN, 1, 10, false],
    [Number.POSITIVE_INFINITY, atLeast(1), undefined, true],
    [Number.NEGATIVE_INFINITY, atLeast(1), undefined, false],
  ])('measured %d, expected %j, tolerance %s: %s', (measured, expected, tolerance, holds) => {
    expect(judge({ ...base, measured, expected, tolerance }).holds).toBe(holds);
  });
});

describe('the ledger', () => {
  test('keeps the claims in order; a cell run again replaces its row', () => {
    claim(base);
    claim({ ...base, id: 'T-2', measured: 1 });
    claim({ ...base, measured: 0.01 });
    expect(recordedClaims().map((c) => [c.id, c.measured, c.holds])).toEqual([
      ['T-1', 0.01, true],
      ['T-2', 1, false],
    ]);
  });

  test('checkClaims throws and names every claim that does not hold', () => {
    claim(base);
    expect(checkClaims()).toHaveLength(1);
    claim({ ...base, id: 'T-2', measured: 1 });
    claim({ ...base, id: 'T-3', measured: 1 });
    expect(checkClaims).toThrow('2 claim(s) do not hold: T-2, T-3');
  });

  test('tells its listeners until they stop', () => {
    const seen: string[] = [];
    const stop = onClaim((c) => seen.push(c.id));
    claim(base);
    stop();
    claim({ ...base, id: 'T-2' });
    expect(seen).toEqual(['T-1']);
  });
});

describe('as text', () => {
  test('one line says what is claimed, the next what was measured', () => {
    expect(formatClaim(judge({ ...base, unit: 'nats' }))).toBe(
      '✓ T-1: the number is small\n  measured 0.04 nats, expected ≤ 0.05 nats (A paper, Figure 1)',
    );
    expect(formatClaim(judge({ ...base, measured: 1.23456e-7, expected: 1, tolerance: 1e-9 }))).toBe(
      '✗ T-1: the number is small\n  measured 1.23e-7, expected 1 ± 1.00e-9 (A paper, Figure 1)',
    );
    expect(
      formatClaim(judge({ ...base, measured: Number.POSITIVE_INFINITY, expected: between(1, 2) })),
    ).toContain('measured ∞, expected in [1, 2]');
  });
});

describe('refused', () => {
  test.each([
    [{ expected: 1 }, 'tolerance must be finite and >= 0, got undefined'],
    [{ expected: 1, tolerance: -1 }, 'got -1'],
    [{ expected: Number.NaN, tolerance: 1 }, 'expected must be finite, got NaN'],
    [{ tolerance: 1 }, 'no meaning beside a bound'],
    [{ falsifiedBy: '' }, 'falsifiedBy must be a sentence, got ""'],
    [{ measured: '1' as never }, 'measured must be a number, got string'],
  ])('%j', (change, message) => {
    expect(() => claim({ ...base, ...change })).toThrow(message);
    expect(recordedClaims()).toEqual([]);
  });

  test('bounds that are no numbers', () => {
    expect(() => atMost(Number.NaN)).toThrow('got NaN');
    expect(() => between(2, 1)).toThrow('low 2 and high 1');
  });
});
