import type { Preset } from './presets';
import type { Setting } from './setting';

/** A saved figure: its name and title, and its files relative to the run's folder. */
export interface FigureRecord {
  name: string;
  title: string;
  files: string[];
}

/** How far a long step is: `done` of `total`, with a note such as the present loss. */
export interface ProgressReport {
  label: string;
  done: number;
  total: number;
  note?: string;
  /** Seconds left, as far as can be told. */
  left?: number;
}

/** One headless run of one notebook: what cells leave behind for the runner. */
export interface HeadlessRun {
  /** Folder that receives the files of every figure shown. */
  folder: string;
  figures: FigureRecord[];
  /** Figures that are being drawn: the runner waits for them before the next cell. */
  pending: Set<Promise<void>>;
  /** What `parameters` resolved to; absent until it is called. */
  parameters?: { preset: Preset; seed: number; settings: Record<string, Setting> };
  onProgress(report: ProgressReport): void;
}

// A registered symbol, so that the runner and the cells meet even when they load two copies of the package.
const key = Symbol.for('gan-figures.headlessRun');
const holder = globalThis as { [key]?: HeadlessRun };

/** Makes `run` the one that cells of this process report to. */
export function startHeadlessRun(run: HeadlessRun): void {
  holder[key] = run;
}

export function endHeadlessRun(): void {
  delete holder[key];
}

/** The headless run that this process is, or undefined in Jupyter, VS Code and plain scripts. */
export function headlessRun(): HeadlessRun | undefined {
  return holder[key];
}
