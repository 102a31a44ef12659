import type { Claim, ClaimInput } from './types';

/** A measured number as people read it: four significant digits, no exponent between 1e-3 and 1e5. */
export function formatNumber(value: number): string {
  if (!Number.isFinite(value)) return String(value).replace('Infinity', '∞');
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e5)) return value.toExponential(2);
  return String(Number(value.toPrecision(4)));
}

/** `≤ 0.05`, `in [0.1, 0.2]`, `0.6931 ± 1e-9`. */
export function formatExpected({ expected, tolerance }: Pick<ClaimInput, 'expected' | 'tolerance'>): string {
  if (typeof expected === 'number') return `${formatNumber(expected)} ± ${formatNumber(tolerance ?? 0)}`;
  if ('atMost' in expected) return `≤ ${formatNumber(expected.atMost)}`;
  if ('atLeast' in expected) return `≥ ${formatNumber(expected.atLeast)}`;
  return `in [${expected.between.map(formatNumber).join(', ')}]`;
}

/** One claim in a line: tick or cross, id, statement, measured, expected, source. */
export function formatClaim(claim: Claim): string {
  const unit = claim.unit ? ` ${claim.unit}` : '';
  return (
    `${claim.holds ? '✓' : '✗'} ${claim.id}: ${claim.statement}\n` +
    `  measured ${formatNumber(claim.measured)}${unit}, expected ${formatExpected(claim)}${unit} (${claim.source})`
  );
}
