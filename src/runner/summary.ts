import { formatClaim, formatNumber } from '../claims/format';
import { counted } from './counted';
import type { Result } from './units';

/** What is said at the end of a run: what failed and why, where it lies, and the index. */
export function summary(results: readonly Result[], indexes: readonly string[]): string {
  const failed = results.filter(({ problem }) => problem);
  const good = results.filter(({ problem }) => !problem);
  const lines = failed.flatMap(({ label, record, kept }) => [
    ...(record?.claims ?? [])
      .filter((claim) => !claim.holds)
      .map((claim) => `${label}  ${formatClaim(claim)}`),
    ...(kept ? [`${label}  the previous figures are untouched; what this run wrote is in ${kept}`] : []),
  ]);
  lines.push(...seedTable(results));
  const claims = results.flatMap(({ record }) => record?.claims ?? []);
  const held = claims.filter((claim) => claim.holds).length;
  const figures = good.reduce((sum, { record }) => sum + (record?.figures.length ?? 0), 0);
  lines.push(
    `${good.length} of ${counted(results.length, 'run')} well, ${held} of ${counted(claims.length, 'claim')} held, ${counted(figures, 'figure')}`,
    ...indexes.map((index) => `index: ${index}`),
  );
  return lines.join('\n');
}

/** What each seed measured, when there are several: one line a claim. */
function seedTable(results: readonly Result[]): string[] {
  const seeds = new Set(results.map(({ seed }) => seed));
  if (seeds.size < 2) return [];
  const rows = new Map<string, string[]>();
  for (const { seed, record } of results)
    for (const { id, measured, holds } of record?.claims ?? [])
      rows.set(id, [...(rows.get(id) ?? []), `seed ${seed}: ${formatNumber(measured)} ${holds ? '✓' : '✗'}`]);
  return [...rows].map(([id, cells]) => `${id}  ${cells.join('  ')}`);
}
