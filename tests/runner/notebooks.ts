import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Notebook, PaperFigure } from '../../src/runner/notebookFile';

/** A notebook of code cells under one heading. */
export function notebookOf(codes: readonly string[], paper?: PaperFigure): Notebook {
  const code = codes.map((source, i) => ({
    cell_type: 'code' as const,
    id: `code-${i + 1}`,
    source,
    metadata: {},
    execution_count: null,
    outputs: [],
  }));
  return {
    nbformat: 4,
    nbformat_minor: 5,
    metadata: { kernelspec: { name: 'gan-figures' }, gan_figures: { paper } },
    cells: [
      { cell_type: 'markdown', id: 'head', source: ['# A test\n', 'of the runner'], metadata: {} },
      ...code,
    ],
  };
}

/** Writes notebooks, given as the sources of their code cells, into a folder. */
export function writeNotebooks(folder: string, notebooks: Record<string, readonly string[]>): void {
  mkdirSync(folder, { recursive: true });
  for (const [name, codes] of Object.entries(notebooks))
    writeFileSync(join(folder, `${name}.ipynb`), JSON.stringify(notebookOf(codes)));
}
