import { join } from 'node:path';
import { expect, it } from 'vitest';
import { packageRoot } from '../../../src/runner/job';
import { listNotebooks } from '../../../src/runner/notebookFile';
import { storedNotebookProblems } from '../../../src/runner/stored/storedNotebookProblems';

it('the outputs stored in the notebooks belong to their code, and their claims hold', () => {
  const notebooks = listNotebooks(join(packageRoot, 'notebooks'));
  expect(notebooks.length).toBeGreaterThan(0);
  expect(notebooks.flatMap((path) => storedNotebookProblems(path))).toEqual([]);
});
