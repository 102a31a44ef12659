import { createConverter } from 'tslab/dist/converter';
import { packageRoot } from './job';
import { codeOf, notebookName, readNotebook } from './notebookFile';

/** A mistake that the compiler found in a cell. */
export interface CellMistake {
  notebook: string;
  /** Number of the code cell, from 1. */
  cell: number;
  /** From 1. */
  line: number;
  /** From 1. */
  column: number;
  message: string;
}

/**
 * Checks the types in the code cells of notebooks, each cell after those before it, without running any. A cell
 * with mistakes declares nothing for the next ones, so the rest of its notebook is not looked at.
 *
 * @throws Error when a file is no notebook
 */
export function checkNotebooks(paths: readonly string[]): CellMistake[] {
  const notebooks = paths.map((path) => ({
    notebook: notebookName(path),
    codes: codeOf(readNotebook(path)),
  }));
  process.chdir(packageRoot); // the converter resolves imports from the working directory
  const converter = createConverter({ isJS: false, isBrowser: false });
  const mistakes: CellMistake[] = [];
  try {
    for (const { notebook, codes } of notebooks) {
      let declarations = '';
      for (const [i, code] of codes.entries()) {
        const result = converter.convert(declarations, code);
        for (const { start, messageText } of result.diagnostics)
          mistakes.push({
            notebook,
            cell: i + 1,
            line: start.line + 1,
            column: start.character + 1,
            message: messageText,
          });
        if (result.diagnostics.length > 0) break;
        declarations = result.declOutput ?? '';
      }
    }
  } finally {
    converter.close();
  }
  return mistakes;
}
