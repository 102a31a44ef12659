import type { RunRecord } from '../job';
import { type Cell, codeHash, joined, readNotebook } from '../notebookFile';
import { difference } from './fingerprint';
import { type SavedRun, savedRun } from './savedRun';
import { storableFormats } from './storable';

/** A run to compare with: its record, and the folder of its files. */
export interface FreshRun {
  record: RunRecord;
  folder: string;
}

/** Largest relative difference between a claim's stored and fresh measurement. */
export const claimTolerance = 0.01;

/**
 * What is wrong with the outputs stored in a notebook: they are missing, come from other code, hold more than
 * pictures and text, or show a claim that failed; and, beside a fresh run, where they no longer agree with it.
 *
 * Figures and measurements agree when their numbers differ by at most one percent (a claim's also by a tenth of
 * its own tolerance). A run on another backend is only asked for the same figures, claims and verdicts.
 *
 * @returns sentences; none when all is well
 */
export function storedNotebookProblems(path: string, fresh?: FreshRun): string[] {
  const notebook = readNotebook(path);
  const saved = notebook.metadata.gan_figures?.saved as SavedRun | undefined;
  if (!saved) return [`${path} stores no outputs; run npm run figures -- --save`];
  const problems: string[] = [];
  if (saved.code !== codeHash(notebook))
    problems.push('its code changed since its outputs were stored; run npm run figures -- --save');
  for (const { id, holds } of saved.claims) if (!holds) problems.push(`its stored claim ${id} does not hold`);
  const cells = notebook.cells.filter((cell) => cell.cell_type === 'code');
  problems.push(...cells.flatMap((cell, i) => cellProblems(cell, i + 1)));
  if (fresh) problems.push(...disagreements(saved, savedRun(fresh.record, fresh.folder), fresh.record));
  return problems.map((problem) => `${path}: ${problem}`);
}

function cellProblems(cell: Cell, number: number): string[] {
  const code = joined(cell.source).replace(/\/\/.*$/gm, '');
  const outputs = cell.outputs ?? [];
  const displays = outputs.flatMap((output) => (output.output_type === 'display_data' ? [output.data] : []));
  const problems: string[] = [];
  if (cell.execution_count !== number)
    problems.push(`code cell ${number} has execution count ${cell.execution_count}`);
  if (/\bawait\s+show\(/.test(code) && !displays.some((data) => 'image/png' in data))
    problems.push(`code cell ${number} shows a figure but stores no picture`);
  if (/^claim\(/m.test(code) && displays.length === 0)
    problems.push(`code cell ${number} makes a claim but stores no row`);
  if (outputs.some((output) => output.output_type === 'error'))
    problems.push(`code cell ${number} stores an error`);
  for (const format of new Set(displays.flatMap(Object.keys)))
    if (!storableFormats.includes(format)) problems.push(`code cell ${number} stores ${format}`);
  return problems;
}

function disagreements(saved: SavedRun, fresh: SavedRun, record: RunRecord): string[] {
  const problems: string[] = [];
  const expectSame = (what: string, a: unknown, b: unknown) => {
    if (String(a) !== String(b)) problems.push(`${what} was ${a} and is ${b}`);
  };
  expectSame('the preset', saved.preset, fresh.preset);
  expectSame('the seed', saved.seed, fresh.seed);
  expectSame('the list of figures', Object.keys(saved.figures).sort(), Object.keys(fresh.figures).sort());
  expectSame(
    'the list of claims',
    saved.claims.map(({ id }) => id),
    fresh.claims.map(({ id }) => id),
  );
  for (const { id, holds } of fresh.claims) if (!holds) problems.push(`claim ${id} holds no longer`);
  if (saved.backend !== fresh.backend || problems.length > 0) return problems;
  for (const [name, figure] of Object.entries(saved.figures)) {
    const how = difference(figure, fresh.figures[name]);
    if (how) problems.push(`figure ${name}: ${how}`);
  }
  saved.claims.forEach(({ id, measured }, i) => {
    const now = fresh.claims[i].measured;
    if (!agrees(Number(measured), Number(now), record.claims[i].tolerance))
      problems.push(`claim ${id} measured ${measured} and now ${now}`);
  });
  return problems;
}

function agrees(a: number, b: number, tolerance = 0): boolean {
  const allowed = Math.max(claimTolerance * Math.max(Math.abs(a), Math.abs(b)), tolerance / 10);
  return Object.is(a, b) || Math.abs(a - b) <= allowed;
}
