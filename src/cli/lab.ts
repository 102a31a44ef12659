import { delimiter, join } from 'node:path';
import { writeKernelspec } from '../notebook/kernel/kernelspec';
import { packageRoot } from '../runner/job';
import { findJupyter } from './findJupyter';
import { howToGetJupyter, labHelp } from './labHelp';
import { runInForeground } from './runInForeground';

/**
 * `npm run lab`: starts Jupyter on the notebooks with the project's kernel. See {@link labHelp}.
 *
 * @param args options of its own, or options of Jupyter, which are passed on
 * @returns exit code: Jupyter's, or 1 when there is no Jupyter
 */
export async function lab(args: string[]): Promise<number> {
  if (args.includes('--help')) {
    process.stdout.write(labHelp);
    return 0;
  }
  const { jupyterPath, folder, name } = writeKernelspec(packageRoot);
  if (args.includes('--print-path')) {
    process.stdout.write(`${jupyterPath}\n`);
    return 0;
  }
  const found = findJupyter();
  if ('reason' in found) {
    process.stderr.write(
      `No Jupyter: ${found.reason}\n${process.env.GAN_FIGURES_JUPYTER ? '' : howToGetJupyter}`,
    );
    return 1;
  }
  if (args.includes('--install')) {
    const code = await runInForeground(found.jupyter, [
      'kernelspec',
      'install',
      '--user',
      '--name',
      name,
      folder,
    ]);
    if (code === 0) process.stdout.write(`To undo: ${found.jupyter} kernelspec uninstall ${name}\n`);
    return code;
  }
  return runInForeground(found.jupyter, [found.verb, join(packageRoot, 'notebooks'), ...args], {
    env: { ...process.env, JUPYTER_PATH: prepended(jupyterPath, process.env.JUPYTER_PATH) },
  });
}

function prepended(folder: string, path: string | undefined): string {
  return path ? `${folder}${delimiter}${path}` : folder;
}
