import { createConverter } from 'tslab/dist/converter';
import { createExecutor } from 'tslab/dist/executor';
import { JupyterHandlerImpl } from 'tslab/dist/jupyter';
import { type CellRun, cellRuns } from './cellRun';
import { exposeLocals } from './exposeLocals';
import { compileFailure, type Failure, stoppedFailure, thrownFailure } from './failure';
import { quietCompiler } from './quietCompiler';
import { rememberCells } from './rememberCells';
import { nameCellsInStacks } from './stackTraces';

/** The TypeScript behind a kernel: tslab compiles and executes, the session keeps what tslab only prints. */
export interface Session {
  /**
   * Runs a cell; one at a time.
   *
   * @param title what people call the cell, e.g. `cell [3]`
   * @returns why it failed, or undefined
   */
  execute(code: string, title: string): Promise<Failure | undefined>;
  /** Explains an error that no cell waited for. */
  explain(thrown: unknown): Failure;
  /**
   * Gives the cell that runs now back to its reader, and stops its timers. What cannot be stopped: code behind an
   * `await` that never gives the event loop a turn; for that, restart the kernel.
   */
  stop(): void;
  /** Completes, inspects, and tells whether a cell is complete. */
  handler: JupyterHandlerImpl;
}

/**
 * Starts a session whose cells resolve modules from `root`. Takes about two seconds: TypeScript reads its
 * libraries. Changes how this process writes stack traces.
 */
export function startSession(root: string): Session {
  process.chdir(root); // tslab compiles relative to the working directory
  quietCompiler();
  const node = createConverter();
  const cells = rememberCells();
  const converters = { node: cells.watch(node), browser: node, close: () => node.close() };
  let cell = cells.start('', '');
  let thrown: { value: unknown } | undefined;
  let run: CellRun | undefined;
  const executor = createExecutor(root, converters, {
    log: (...values) => console.log(...values),
    error: (value, ...more) => {
      // tslab prints an exception alone, and what it has to say about the code with a format
      if (more.length === 0) thrown = { value };
      else if (cell.complaints.length === 0) console.error(value, ...more);
    },
  });
  nameCellsInStacks(cells.find);

  const explain = (value: unknown) => thrownFailure(value, { sourceOf: cells.sourceOf, root });

  async function execute(code: string, title: string): Promise<Failure | undefined> {
    thrown = undefined;
    cell = cells.start(title, code);
    run = { stopped: false };
    const ok = await cellRuns.run(run, () => executor.execute(code));
    exposeLocals(executor.locals);
    const { stopped } = run;
    run = undefined;
    if (cell.complaints.length > 0) return compileFailure(cell.complaints, title, code);
    if (ok) return undefined;
    const value = (thrown as { value: unknown } | undefined)?.value;
    return stopped || wasInterrupted(value) ? stoppedFailure() : explain(value);
  }

  function stop(): void {
    if (run) run.stopped = true;
    executor.interrupt();
  }

  return { execute, explain, stop, handler: new JupyterHandlerImpl(executor, false) };
}

function wasInterrupted(thrown: unknown): boolean {
  return (thrown as { code?: unknown } | undefined)?.code === 'ERR_SCRIPT_EXECUTION_INTERRUPTED';
}
