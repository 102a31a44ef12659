import { expect, it } from 'vitest';
import { summary } from '../../src/runner/summary';
import type { Result } from '../../src/runner/units';
import { claimOf, recordOf } from './records';

const result = (label: string, changes: Partial<Result> = {}): Result => ({
  place: { folder: '/figures', name: label },
  notebook: `/notebooks/${label}.ipynb`,
  label,
  record: recordOf(),
  ...changes,
});

it('what failed is told with its reason and its place, and its figures do not count', () => {
  const claims = [claimOf({ measured: 2, holds: false })];
  const failed = result('02-b', {
    record: recordOf({ claims }),
    problem: 'a claim',
    kept: '/figures/failed/02-b',
  });
  expect(summary([result('01-a'), failed], ['README.md']).split('\n')).toEqual([
    '02-b  ✗ T.x: x is small',
    '  measured 2, expected ≤ 1 (a test)',
    '02-b  the previous figures are untouched; what this run wrote is in /figures/failed/02-b',
    '1 of 2 runs well, 1 of 2 claims held, 1 figure',
    'index: README.md',
  ]);
});

it('several seeds are compared claim by claim', () => {
  const seeds = [0, 1].map((seed) => result(`01-a seed ${seed}`, { seed }));
  expect(summary(seeds, [])).toContain('T.x  seed 0: 0.5 ✓  seed 1: 0.5 ✓\n');
});
