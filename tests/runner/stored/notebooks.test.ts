import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../../src/runner/job';
import { listNotebooks, readNotebook } from '../../../src/runner/notebookFile';
import { storedNotebookProblems } from '../../../src/runner/stored/storedNotebookProblems';

it('the outputs stored in the notebooks belong to their code, and their claims hold', () => {
  const notebooks = listNotebooks(join(packageRoot, 'notebooks'));
  expect(notebooks.length).toBeGreaterThan(0);
  expect(notebooks.flatMap((path) => storedNotebookProblems(path))).toEqual([]);
});

it("the README's picture is one that a notebook stores", () => {
  const stored = listNotebooks(join(packageRoot, 'notebooks'))
    .flatMap((path) => readNotebook(path).cells)
    .flatMap(({ outputs }) => outputs ?? [])
    .flatMap((output) => (output.output_type === 'display_data' ? [output.data['image/png']] : []));
  const cover = readFileSync(join(packageRoot, 'figures', 'cover.png')).toString('base64');
  expect(stored.map((png) => String(png).trim())).toContain(cover);
});
