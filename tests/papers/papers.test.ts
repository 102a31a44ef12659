import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { papers } from '../../src/papers/papers';
import { listNotebooks, notebookName, readNotebook } from '../../src/runner/notebookFile';
import { paperTable } from '../../src/runner/paperTable';

const paths = listNotebooks(join(__dirname, '../../notebooks'));

describe('the papers', () => {
  test('name only notebooks that exist', () => {
    const names = paths.map(notebookName);
    for (const { items } of papers)
      for (const item of items) if ('notebook' in item) expect(names).toContain(item.notebook);
  });

  test('each notebook that names its paper stands in that paper’s table', () => {
    for (const path of paths) {
      const { paper } = readNotebook(path).metadata.gan_figures ?? {};
      const items = papers.find(({ title }) => title === paper?.title)?.items ?? [];
      if (paper)
        expect(items.map((item) => 'notebook' in item && item.notebook)).toContain(notebookName(path));
    }
  });

  test('no number stands twice in a paper', () => {
    for (const { items } of papers) {
      const numbers = items.map(({ number }) => number);
      expect(new Set(numbers).size).toBe(numbers.length);
    }
  });
});

test('a table says where a figure is, or why it is not here', () => {
  const table = paperTable({
    title: 'A paper',
    link: 'https://example.org',
    items: [
      { number: 'Figure 1', shows: 'a | b', notebook: '01-a', note: 'smaller' },
      { number: 'Table 2', shows: 'scores', missing: 'needs a GPU' },
    ],
  });
  expect(table).toBe(
    '\n### [A paper](https://example.org)\n\n| number | shows | where |\n|---|---|---|\n' +
      '| Figure 1 | a \\| b | `01-a.ipynb`: smaller |\n| Table 2 | scores | not here: needs a GPU |\n',
  );
});
