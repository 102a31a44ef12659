import { join, relative } from 'node:path';
import { runAll } from '../runner/runAll';
import { createStatus } from '../runner/status';
import { saveNotebook } from '../runner/stored/saveNotebook';
import { summary } from '../runner/summary';
import type { Result } from '../runner/units';
import { figuresHelp, figuresOptions } from './figuresOptions';
import { writePdfs } from './pdfs';

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
  const status = createStatus(
    (text) => stdout.write(text),
    stdout.isTTY ? () => stdout.columns || 80 : undefined,
  );
  const { results, aborted } = await untilSignal((signal) => runAll({ ...options, signal }, status)).finally(
    status.close,
  );
  if (aborted) {
    console.log(interrupted(results));
    return 130;
  }
  const good = results.filter(({ problem }) => !problem);
  const indexes = new Set(good.map(({ place }) => join(place.folder, 'README.md')));
  console.log(summary(results, [...indexes].map(near)));
  if (options.keepOutputs) for (const result of good) console.log(saved(result));
  if (pdf) console.log(await writePdfs(good));
  return good.length === results.length ? 0 : 1;
}

/** Does work that Ctrl-C, or a request to end, aborts in order. */
async function untilSignal(
  work: (signal: AbortSignal) => Promise<Result[]>,
): Promise<{ results: Result[]; aborted: boolean }> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    return { results: await work(controller.signal), aborted: controller.signal.aborted };
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}

function interrupted(results: readonly Result[]): string {
  const done = results.filter(({ problem }) => !problem).map(({ label }) => label);
  return done.length === 0
    ? 'interrupted: the previous figures are untouched'
    : `interrupted: new figures of ${done.join(', ')}; the previous figures of all others are untouched`;
}

function saved({ notebook, record, outputs, place }: Result): string {
  if (!record || !outputs) throw new Error(`${notebook}: the run kept no outputs to store`);
  saveNotebook(notebook, record, outputs, join(place.folder, place.name));
  return `stored the outputs in ${near(notebook)}`;
}

/** A path as a person here would write it. */
function near(path: string): string {
  const short = relative(process.cwd(), path);
  return short.startsWith('..') ? path : short;
}
