import { startSession } from '../notebook/kernel/session';
import { captureOutputs } from './captureOutputs';
import { collectOutputs } from './collectOutputs';
import type { CellError } from './job';
import type { Output } from './notebookFile';

export interface CellHooks {
  /** Called before each cell with its number, from 1. */
  onCell(cell: number): void;
  /** Awaited after each cell; a rejection counts as the cell's. */
  afterCell(): Promise<void>;
  /** Rejects with an error that no cell awaits. */
  stray: Promise<never>;
}

/**
 * Runs cells one after another in this process, as the kernel would, and stops at the first that fails.
 * Imports are resolved from the working directory.
 *
 * @returns the outputs of the cells that ran, and why the last of them failed
 */
export async function runCells(
  codes: readonly string[],
  { onCell, afterCell, stray }: CellHooks,
): Promise<{ outputs: Output[][]; error?: CellError }> {
  const kernel = startSession(process.cwd());
  const collector = collectOutputs();
  const release = captureOutputs(collector);
  const run = async (code: string, cell: number): Promise<CellError | undefined> => {
    const failure =
      (await kernel.execute(code, `cell [${cell}]`)) ??
      (await afterCell().then(() => undefined, kernel.explain));
    return failure && { cell, line: lineOf(failure.traceback), ...failure };
  };
  const unawaited = (thrown: unknown, cell: number): CellError => {
    const failure = kernel.explain(thrown);
    const evalue = `${failure.evalue} (in something that no cell awaits)`;
    return { cell, line: lineOf(failure.traceback), ...failure, evalue };
  };
  try {
    for (const [i, code] of codes.entries()) {
      collector.startCell();
      onCell(i + 1);
      const error = await Promise.race([run(code, i + 1), stray]).catch((thrown) => unawaited(thrown, i + 1));
      if (!error) continue;
      const { ename, evalue, traceback } = error;
      collector.cells[i].push({ output_type: 'error', ename, evalue, traceback });
      return { outputs: collector.cells, error };
    }
    return { outputs: collector.cells };
  } finally {
    release();
    kernel.handler.close();
  }
}

/** The kernel names the line above the excerpt that it shows. */
function lineOf(traceback: readonly string[]): number | undefined {
  const found = traceback.join('\n').match(/^cell \[\d+\], line (\d+):$/m);
  return found ? Number(found[1]) : undefined;
}
