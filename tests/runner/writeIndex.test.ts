import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { indexPage } from '../../src/runner/indexPage';
import { jsonText } from '../../src/runner/json';
import { writeIndex } from '../../src/runner/writeIndex';
import { claimOf, recordOf } from './records';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();

function results(name: string, changes: Parameters<typeof recordOf>[0]): void {
  mkdirSync(join(folder(), name));
  writeFileSync(join(folder(), name, 'run.json'), jsonText(recordOf({ notebook: name, ...changes })));
}

const isRow = (line: string) => line.includes('.ipynb`<') || line.includes('<br>`');

describe('the index', () => {
  it('has a row from paper figure to backend for every notebook', () => {
    const row = indexPage([recordOf()]).split('\n').find(isRow);
    expect(row).toBe(
      '| [Paper, Figure 1](https://example.org) | A \\| test<br>`01-a.ipynb` | ' +
        '<a href="01-a/line.html"><img src="01-a/line.png" width="240" alt="A line"></a> | ' +
        '✓ T.x: 0.5 (≤ 1) | 1.5 s | seed 0, quick, wasm |',
    );
  });

  it('says so where there is no paper, seed or backend', () => {
    const row = indexPage([recordOf({ paper: undefined, seed: null, backend: null })])
      .split('\n')
      .find(isRow);
    expect(row).toMatch(/^\| {2}\|.*no seed, quick, no backend \|$/);
  });

  it('is made from all results of the folder, in the order of the notebooks', () => {
    results('02-b', { claims: [claimOf({ id: 'B' })] });
    results('01-a', { claims: [claimOf({ id: 'A' })] });
    mkdirSync(join(folder(), 'failed', '03-c'), { recursive: true });
    expect(writeIndex(folder())).toBe(join(folder(), 'README.md'));
    const claims = JSON.parse(readFileSync(join(folder(), 'claims.json'), 'utf8'));
    expect(claims).toMatchObject([
      { notebook: '01-a', seed: 0, preset: 'quick', backend: 'wasm', id: 'A', measured: 0.5, holds: true },
      { notebook: '02-b', id: 'B' },
    ]);
    expect(readdirSync(folder()).sort()).toEqual(['01-a', '02-b', 'README.md', 'claims.json', 'failed']);
  });

  it('shows infinities, which JSON does not have', () => {
    results('01-a', { claims: [claimOf({ measured: Number.POSITIVE_INFINITY, expected: { atLeast: 1 } })] });
    writeIndex(folder());
    expect(readFileSync(join(folder(), 'README.md'), 'utf8')).toContain('✓ T.x: ∞ (≥ 1)');
    expect(JSON.parse(readFileSync(join(folder(), 'claims.json'), 'utf8'))[0].measured).toBe('Infinity');
  });
});
