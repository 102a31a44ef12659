import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packageRoot } from '../../src/runner/job';
import { listNotebooks, notebookName } from '../../src/runner/notebookFile';
import { readResults } from '../../src/runner/results';
import { storedNotebookProblems } from '../../src/runner/stored/storedNotebookProblems';
import { gan } from './figuresCommand';

const notebooks = listNotebooks(join(packageRoot, 'notebooks'));
let out: string;

beforeAll(async () => {
  out = mkdtempSync(join(tmpdir(), 'gan-figures-test-'));
  const { code, output } = await gan(['figures', '--out', out]);
  expect(output).not.toContain('✗');
  expect(code).toBe(0);
});
afterAll(() => rmSync(out, { recursive: true, force: true }));

describe('a fresh run of preset quick', () => {
  it.each(notebooks)('agrees with the outputs stored in %s', (path) => {
    const record = readResults(out).find(({ notebook }) => notebook === notebookName(path));
    expect(record).toBeDefined();
    const folder = join(out, notebookName(path));
    expect(storedNotebookProblems(path, { record: record!, folder })).toEqual([]);
  });

  it('writes four files for every figure', () => {
    for (const { notebook, figures } of readResults(out))
      expect(readdirSync(join(out, notebook))).toEqual(
        expect.arrayContaining(figures.flatMap(({ files }) => files)),
      );
  });
});
