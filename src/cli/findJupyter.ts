import { spawnSync } from 'node:child_process';

/** How to start Jupyter's pages, or why that is not possible. */
export type JupyterStatus =
  | { jupyter: string; verb: 'lab' | 'notebook'; version: string }
  | { reason: string };

/** Runs a command and returns what it printed, or undefined when it is missing or fails. */
export type Ask = (command: string, args: string[]) => string | undefined;

/**
 * Looks for JupyterLab, else for the classic notebook, behind the command `jupyter` or the one that the environment
 * variable `GAN_FIGURES_JUPYTER` names.
 */
export function findJupyter(
  env: Record<string, string | undefined> = process.env,
  ask: Ask = askCommand,
): JupyterStatus {
  const jupyter = env.GAN_FIGURES_JUPYTER || 'jupyter';
  for (const verb of ['lab', 'notebook'] as const) {
    const version = ask(jupyter, [verb, '--version']);
    if (version !== undefined) return { jupyter, verb, version };
  }
  return {
    reason: env.GAN_FIGURES_JUPYTER
      ? `GAN_FIGURES_JUPYTER must name a command that knows "lab" or "notebook", got ${JSON.stringify(jupyter)}`
      : 'there is no command "jupyter" that knows "lab" or "notebook"',
  };
}

function askCommand(command: string, args: string[]): string | undefined {
  const { status, stdout } = spawnSync(command, args, {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
    timeout: 60_000,
  });
  return status === 0 ? stdout.trim() : undefined;
}
