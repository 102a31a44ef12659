import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomic } from '../../files/writeAtomic';
import type { RunRecord } from '../job';
import { jsonText } from '../json';
import { type Cell, codeHash, type Notebook, type Output, readNotebook } from '../notebookFile';
import { savedRun } from './savedRun';
import { lines, storable } from './storable';

/**
 * Stores the outputs of a run in its notebook: pictures and text, cells numbered from 1, and what the run was
 * (`metadata.gan_figures.saved`). Written as nbformat writes, so that the same run gives the same bytes.
 *
 * The figure that the notebook's metadata call its `cover` becomes `cover.png` in the folder above the run's files.
 *
 * @param folder where the run's files lie
 * @throws Error when a cell or a claim of the run failed, its preset is not `quick`, or the code changed since it ran
 */
export function saveNotebook(
  path: string,
  record: RunRecord,
  outputs: readonly Output[][],
  folder: string,
): void {
  const failed = record.claims.filter((claim) => !claim.holds).map(({ id }) => id);
  if (record.error || failed.length > 0)
    throw new Error(`${path}: only a run that is well is stored; failed: ${failed.join(', ') || 'a cell'}`);
  if (record.preset !== 'quick')
    throw new Error(`${path}: only a run of preset quick is stored, got ${record.preset}`);
  const notebook = readNotebook(path);
  if (record.code !== codeHash(notebook)) throw new Error(`${path}: its code changed while it ran`);
  notebook.metadata.gan_figures = {
    ...notebook.metadata.gan_figures,
    saved: savedRun(record, folder),
  };
  writeAtomic(path, notebookText({ ...notebook, nbformat_minor: 5, cells: withOutputs(notebook, outputs) }));
  const { cover } = notebook.metadata.gan_figures;
  if (cover) writeAtomic(join(folder, '..', 'cover.png'), readFileSync(join(folder, `${cover}.png`)));
}

/** A notebook's text as nbformat writes it: keys sorted, indented by one, with a final newline. */
export function notebookText(notebook: Notebook): string {
  return jsonText(sorted(notebook));
}

function withOutputs({ cells }: Notebook, outputs: readonly Output[][]): Cell[] {
  let count = 0;
  return cells.map(({ cell_type, id, source, metadata }, i) => {
    const { execution: _times, ...rest } = metadata ?? {};
    const cell = {
      cell_type,
      id: id ?? `cell-${String(i + 1).padStart(2, '0')}`,
      source: lines(source),
      metadata: rest,
    };
    if (cell_type !== 'code') return cell;
    count += 1;
    return { ...cell, execution_count: count, outputs: storable(outputs[count - 1] ?? []) };
  });
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, item]) => [key, sorted(item)]),
  );
}
