import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Claims a folder for this process. A lock left by a process that is gone is taken over.
 *
 * @param advice what else to do than to wait for the process that holds it
 * @returns a function that gives the folder back; where that fails, the next run finds the lock of a process that is gone
 * @throws Error naming the process that holds it
 */
export function lockFolder(folder: string, advice = ', or choose another --out'): () => void {
  const file = join(folder, '.lock');
  for (;;) {
    try {
      writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
      return () => release(file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
        rmSync(file, { force: true }); // a full disk lets it be created but not written
        throw error;
      }
    }
    const holder = readHolder(file);
    if (holder !== undefined && isRunning(holder))
      throw new Error(
        `another run (process ${holder}) is writing to ${folder}; wait for it${advice} ` +
          `(if there is no such run, delete ${file})`,
      );
    rmSync(file, { force: true });
  }
}

function release(file: string): void {
  try {
    rmSync(file, { force: true });
  } catch {}
}

/** The process named by a lock file; undefined when it has just gone, or names none. */
function readHolder(file: string): number | undefined {
  try {
    const pid = Number(readFileSync(file, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function isRunning(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
