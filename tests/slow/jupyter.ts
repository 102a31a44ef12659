import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { writeKernelspec } from '../../src/notebook/kernel/kernelspec';

export const root = resolve(__dirname, '../..');

/** A Python that has nbclient, or why there is none. */
export const python: { command: string } | { reason: string } = findPython();

function findPython(): { command: string } | { reason: string } {
  const candidates = ['/usr/bin/python3', 'python3', 'python'];
  const command = candidates.find(
    (name) => spawnSync(name, ['-c', 'import nbclient, jupyter_client']).status === 0,
  );
  return command ? { command } : { reason: `no nbclient in any of ${candidates.join(', ')}` };
}

/** @throws Error when `npm run build` has not been run */
export function requireBuild(): void {
  if (!existsSync(join(root, 'dist/index.js')))
    throw new Error(`${root} is not built: run npm run build first`);
}

export interface JupyterOutput {
  output_type: string;
  name?: string;
  text?: string;
  data?: Record<string, unknown>;
  ename?: string;
  evalue?: string;
  traceback?: string[];
}

export interface JupyterRun {
  /** What stopped the run, or null. */
  error: string | null;
  cells: { source: string; execution_count: number | null; outputs: JupyterOutput[] }[];
}

/**
 * Runs a notebook with Jupyter's own nbclient and the project's kernel.
 *
 * @param allowErrors go on after a cell that fails
 * @param timeout seconds for each cell
 */
export function runWithNbclient(
  path: string,
  { allowErrors = false, timeout = 120, env = {} as Record<string, string> } = {},
): Promise<JupyterRun> {
  return runPython('jupyterRun.py', [path, JSON.stringify({ allowErrors, timeout })], env);
}

/** Runs a program of this folder with the project's kernelspec and reads the JSON that it prints. */
export async function runPython<T>(
  program: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<T> {
  if ('reason' in python) throw new Error(python.reason);
  const { jupyterPath } = writeKernelspec(root);
  const path = process.env.JUPYTER_PATH;
  const { stdout } = await promisify(execFile)(python.command, [join(__dirname, program), ...args], {
    env: { ...process.env, ...env, JUPYTER_PATH: path ? jupyterPath + delimiter + path : jupyterPath },
    maxBuffer: 2 ** 28,
  });
  return JSON.parse(stdout);
}

/** Whether a process with this id runs. */
export function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
