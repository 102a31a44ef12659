import { resolve } from 'node:path';
import type { Claim } from '../claims/types';
import type { FigureRecord, ProgressReport } from '../notebook/headlessRun';
import type { Preset } from '../notebook/presets';
import type { Setting } from '../notebook/setting';
import type { Output, PaperFigure } from './notebookFile';

/** The unit of work: one notebook, one seed, one set of parameters -> one folder of results. */
export interface Job {
  /** Absolute path of the notebook. */
  notebook: string;
  /** Absolute path of an existing, empty folder for the results. */
  folder: string;
  preset: Preset;
  /** Absent: the one that the notebook declares. */
  seed?: number;
  /** Absent: what the notebook's `useBackend` finds. */
  backend?: string;
  /** Single settings, as texts. */
  set: Record<string, string>;
  /** Whether the outputs of the cells are wanted, to store them in the notebook. */
  keepOutputs: boolean;
}

/** Why a cell stopped the run. */
export interface CellError {
  /** Number of the code cell, from 1; 0 before the first. */
  cell: number;
  /** Line in the cell, from 1, where it is known. */
  line?: number;
  ename: string;
  evalue: string;
  /** Name and message again, the lines around the place, and the stack. */
  traceback: string[];
}

/** What `run.json` holds. */
export interface RunRecord {
  notebook: string;
  title: string;
  /** Hash of the code cells that ran. */
  code: string;
  paper?: PaperFigure;
  preset: Preset;
  /** null when the notebook has no `parameters`. */
  seed: number | null;
  /** null when no backend was selected. */
  backend: string | null;
  settings: Record<string, Setting>;
  claims: Claim[];
  figures: FigureRecord[];
  /** Wall-clock seconds, without the start of the process. */
  seconds: number;
  error?: CellError;
}

/** What a child process tells the one that started it. */
export type ChildMessage =
  | { type: 'cell'; cell: number; of: number }
  | { type: 'progress'; report: ProgressReport }
  | { type: 'claim'; claim: Claim }
  | { type: 'verdict'; record: RunRecord; outputs?: Output[][] };

/** The checkout: cells import the package from here, whatever folder the notebook lies in. */
export const packageRoot = resolve(__dirname, '../..');

/** `01-lines.ipynb, code cell 3, line 4: TypeError: x is not a function`, and the lines around it. */
export function describeCellError(
  notebook: string,
  { cell, line, ename, evalue, traceback }: CellError,
): string {
  const place = cell === 0 ? 'before the first cell' : `code cell ${cell}`;
  const excerpt = traceback.filter((row) => /^(-->| {3}) +\d+ \| /.test(row)).map((row) => `\n    ${row}`);
  return `${notebook}.ipynb, ${place}${line ? `, line ${line}` : ''}: ${ename}: ${evalue}${excerpt.join('')}`;
}
