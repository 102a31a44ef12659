import { join, relative } from 'node:path';
import { fileProblem } from '../files/fileProblem';
import { runAll } from '../runner/runAll';
import { createStatus, terminalWidth } from '../runner/status';
import { saveNotebook } from '../runner/stored/saveNotebook';
import { summary } from '../runner/summary';
import type { Result } from '../runner/units';
import { figuresHelp, figuresOptions } from './figuresOptions';
import { writePdfs } from './pdfs';
import { untilSignal } from './untilSignal';

/**
 * `npm run figures`: runs notebooks and writes their figures. See {@link figuresHelp}.
 *
 * @returns exit code: 0 all is well, 1 something failed, 130 interrupted
 */
export async function figures(args: string[]): Promise<number> {
  const { help, pdf, ...options } = figuresOptions(args);
  if (help) {
    process.stdout.write(figuresHelp);
    return 0;
  }
  const { stdout } = process;
  const status = createStatus((text) => stdout.write(text), terminalWidth(stdout));
  const { result: results, aborted } = await untilSignal((signal) =>
    runAll({ ...options, signal }, status),
  ).finally(status.close);
  if (aborted) {
    console.log(interrupted(results));
    return 130;
  }
  const good = results.filter(({ problem }) => !problem);
  const indexes = new Set(good.map(({ place }) => join(place.folder, 'README.md')));
  console.log(summary(results, [...indexes].map(near)));
  const unsaved = options.keepOutputs ? good.filter((result) => !save(result)) : [];
  if (pdf) console.log(await writePdfs(good));
  return good.length === results.length && unsaved.length === 0 ? 0 : 1;
}

function interrupted(results: readonly Result[]): string {
  const done = results.filter(({ problem }) => !problem).map(({ label }) => label);
  return done.length === 0
    ? 'interrupted: the previous figures are untouched'
    : `interrupted: new figures of ${done.join(', ')}; the previous figures of all others are untouched`;
}

/** Stores the outputs of a run in its notebook, and says so or why not. @returns whether it could */
function save({ label, notebook, record, outputs, place }: Result): boolean {
  try {
    if (!record || !outputs) throw new Error('the run kept no outputs to store');
    saveNotebook(notebook, record, outputs, join(place.folder, place.name));
    console.log(`stored the outputs in ${near(notebook)}`);
    return true;
  } catch (error) {
    console.log(`✗ ${label}  not stored: ${fileProblem(error, notebook) ?? (error as Error).message}`);
    return false;
  }
}

/** A path as a person here would write it. */
function near(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
}
