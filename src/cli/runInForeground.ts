import { type SpawnOptions, spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs a program that has the terminal until it ends.
 *
 * SIGTERM and SIGHUP are passed on. So is SIGINT, unless there is a terminal: that sends Ctrl-C to both.
 *
 * @returns its exit code, or 128 + the number of the signal that ended it
 * @throws Error when it cannot be started
 */
export function runInForeground(
  command: string,
  args: string[],
  options: SpawnOptions = {},
): Promise<number> {
  const child = spawn(command, args, { stdio: 'inherit', ...options });
  const forward = (signal: NodeJS.Signals) => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, forward);
  return new Promise<number>((resolve, reject) => {
    child.once('error', (error) => reject(new Error(`cannot start ${command}: ${error.message}`)));
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal ?? 'SIGTERM']));
  }).finally(() => {
    for (const signal of signals) process.off(signal, forward);
  });
}
