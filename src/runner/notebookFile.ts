import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** One output of a cell, as nbformat 4 stores it. */
export type Output =
  | { output_type: 'stream'; name: string; text: string | string[] }
  | { output_type: 'display_data'; data: Record<string, unknown>; metadata: Record<string, unknown> }
  | { output_type: 'error'; ename: string; evalue: string; traceback: string[] };

export interface Cell {
  cell_type: 'code' | 'markdown' | 'raw';
  id?: string;
  source: string | string[];
  metadata: Record<string, unknown>;
  execution_count?: number | null;
  outputs?: Output[];
}

/** The figure of a paper that a notebook recomputes. */
export interface PaperFigure {
  title: string;
  figure: string;
  link: string;
}

/** A notebook of nbformat 4; what the project keeps in its metadata stands under `gan_figures`. */
export interface Notebook {
  nbformat: 4;
  nbformat_minor: number;
  metadata: {
    gan_figures?: {
      paper?: PaperFigure;
      /** The figure that the README shows: `--save` copies it to `cover.png` beside the index. */
      cover?: string;
      saved?: unknown;
    };
    [key: string]: unknown;
  };
  cells: Cell[];
}

const kernels = ['gan-figures', 'tslab'];

/**
 * Reads a notebook.
 *
 * @throws Error naming the file and what is wrong: no JSON, not nbformat 4, a broken cell, another language's kernel
 */
export function readNotebook(path: string): Notebook {
  const wrong = (what: string) => new Error(`${path} is no notebook that can run here: ${what}`);
  let value: Partial<Notebook>;
  try {
    value = JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw wrong(`it is not JSON (${error.message})`);
    if ((error as NodeJS.ErrnoException).code === 'EISDIR') throw wrong('it is a folder');
    throw error;
  }
  if (value?.nbformat !== 4)
    throw wrong(`expected nbformat 4, got ${JSON.stringify(value?.nbformat) ?? 'none'}`);
  if (typeof value.metadata !== 'object' || value.metadata === null) throw wrong('it has no metadata');
  if (!Array.isArray(value.cells)) throw wrong('it has no list of cells');
  value.cells.forEach((cell, i) => {
    if (!['code', 'markdown', 'raw'].includes(cell?.cell_type))
      throw wrong(`cell ${i + 1} has cell_type ${JSON.stringify(cell?.cell_type)}`);
    if (typeof cell.source !== 'string' && !isTexts(cell.source))
      throw wrong(`cell ${i + 1} has no source text`);
  });
  const kernel = (value.metadata.kernelspec as { name?: string } | undefined)?.name;
  if (kernel !== undefined && !kernels.includes(kernel))
    throw wrong(`its kernel is ${JSON.stringify(kernel)}, expected ${kernels.join(' or ')}`);
  return value as Notebook;
}

/** A text that nbformat may store as a list of lines. */
export function joined(text: string | string[]): string {
  return typeof text === 'string' ? text : text.join('');
}

/** The sources of the code cells, in order. */
export function codeOf(notebook: Notebook): string[] {
  return notebook.cells.filter((cell) => cell.cell_type === 'code').map((cell) => joined(cell.source));
}

/** Hash of the code cells: tells whether outputs belong to the code beside them. */
export function codeHash(notebook: Notebook): string {
  return createHash('sha256')
    .update(JSON.stringify(codeOf(notebook)))
    .digest('hex');
}

/** The first heading, or undefined. */
export function headingOf(notebook: Notebook): string | undefined {
  const text = notebook.cells.filter((cell) => cell.cell_type === 'markdown').map((c) => joined(c.source));
  return text
    .join('\n')
    .match(/^#\s+(.+)$/m)?.[1]
    .trim();
}

/** The notebooks of a folder, `NN-name.ipynb`, in order; others, such as a person's drafts, are left alone. */
export function listNotebooks(folder: string): string[] {
  return readdirSync(folder)
    .filter((file) => /^\d{2}-[a-z0-9-]+\.ipynb$/.test(file))
    .sort()
    .map((file) => join(folder, file));
}

/** `01-parallel-lines` of `notebooks/01-parallel-lines.ipynb`. */
export function notebookName(path: string): string {
  return basename(path, '.ipynb');
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((line) => typeof line === 'string');
}
