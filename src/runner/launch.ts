import { type ChildProcess, fork } from 'node:child_process';
import { join } from 'node:path';
import { explainExit } from './explainExit';
import { type ChildMessage, type Job, packageRoot, type RunRecord } from './job';
import { notebookName, type Output } from './notebookFile';

/** How one unit of work ended: with a record, or with a reason why there is none. */
export interface Outcome {
  record?: RunRecord;
  outputs?: Output[][];
  problem?: string;
}

export interface LaunchOptions {
  /** Seconds after which the process is killed; absent: no limit. */
  timeout?: number;
  /** Aborted: the process is killed. */
  signal: AbortSignal;
  onMessage(message: ChildMessage): void;
}

const grace = 2000; // ms between asking a process to end and ending it

/** Does one unit of work in a process of its own. */
export function launch(job: Job, { timeout, signal, onMessage }: LaunchOptions): Promise<Outcome> {
  const child = fork(join(__dirname, 'child.js'), [JSON.stringify(job)], {
    cwd: packageRoot,
    execArgv: [],
    serialization: 'advanced', // keeps NaN and infinities
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    // A group of its own: Ctrl-C reaches this process only, which then ends its children in order.
    detached: process.platform !== 'win32',
  });
  const stop = killer(child);
  let cell = 0;
  let verdict: Outcome | undefined;
  let killed: string | undefined;
  let complaints = '';
  const place = () => (cell === 0 ? 'before the first cell' : `in code cell ${cell}`);
  const end = (reason: string) => {
    killed ??= reason;
    stop();
  };
  const limit =
    timeout === undefined
      ? undefined
      : setTimeout(() => end(`timed out after ${timeout} s ${place()}`), timeout * 1000);
  const abort = () => end('interrupted');
  signal.addEventListener('abort', abort);
  if (signal.aborted) abort();
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-20_000);
  });
  child.on('message', (message: ChildMessage) => {
    if (message.type === 'cell') cell = message.cell;
    if (message.type === 'verdict') {
      verdict = { record: message.record, outputs: message.outputs };
      clearTimeout(limit);
      child.send('received', () => {}); // it may be gone already
    }
    onMessage(message);
  });
  return new Promise((resolve) => {
    const finish = (problem?: string) => {
      clearTimeout(limit);
      signal.removeEventListener('abort', abort);
      resolve(problem === undefined && verdict ? verdict : { problem: problem ?? 'ended without a verdict' });
    };
    child.once('error', (error) => finish(`could not be started: ${error.message}`));
    child.once('close', (code, how) => {
      const where = `${notebookName(job.notebook)}.ipynb, ${place().replace(/^in /, '')}`;
      if (killed) finish(killed);
      else finish(verdict ? undefined : `${where}: ${explainExit(code, how, complaints)}`);
    });
  });
}

/** Asks the child's process group to end, and ends it when it does not. */
function killer(child: ChildProcess): () => void {
  let forced: NodeJS.Timeout | undefined;
  child.once('close', () => clearTimeout(forced));
  const kill = (how: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    try {
      if (process.platform === 'win32') child.kill(how);
      else process.kill(-child.pid, how);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  };
  return () => {
    if (forced) return;
    kill('SIGTERM');
    forced = setTimeout(() => kill('SIGKILL'), grace);
  };
}
