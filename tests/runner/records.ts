import type { Claim } from '../../src/claims/types';
import type { RunRecord } from '../../src/runner/job';

export function claimOf(changes: Partial<Claim> = {}): Claim {
  return {
    id: 'T.x',
    source: 'a test',
    statement: 'x is small',
    measured: 0.5,
    expected: { atMost: 1 },
    falsifiedBy: 'a two',
    holds: true,
    ...changes,
  };
}

export function recordOf(changes: Partial<RunRecord> = {}): RunRecord {
  return {
    notebook: '01-a',
    title: 'A | test',
    code: '',
    paper: { title: 'Paper', figure: 'Figure 1', link: 'https://example.org' },
    preset: 'quick',
    seed: 0,
    backend: 'wasm',
    settings: { steps: 3 },
    claims: [claimOf()],
    figures: [{ name: 'line', title: 'A line', files: ['line.svg', 'line.png', 'line.html', 'line.json'] }],
    seconds: 1.5,
    ...changes,
  };
}
