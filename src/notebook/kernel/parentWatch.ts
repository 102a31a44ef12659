import { Worker } from 'node:worker_threads';

/**
 * Ends this process when the one that started it is gone, so that a kernel does not outlive a Jupyter that was
 * killed. A thread of its own looks, since a cell may keep the main thread busy for ever.
 */
export function endWithParent(): void {
  new Worker(require.resolve('./parentWatchThread'), { workerData: { parent: process.ppid } }).unref();
}

/** Whether the process `parent`, which started this one, still runs. @param ppid parent of this process now */
export function parentRuns(parent: number, ppid: number): boolean {
  if (ppid !== parent) return false; // POSIX gives an orphan another parent
  try {
    process.kill(parent, 0); // Windows does not; signal 0 only asks whether the process is there
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'; // there, but another user's
  }
}
