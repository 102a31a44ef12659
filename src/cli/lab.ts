import { delimiter, join } from 'node:path';
import { writeKernelspec } from '../notebook/kernel/kernelspec';
import { packageRoot } from '../runner/job';
import { findJupyter } from './findJupyter';
import { runInForeground } from './runInForeground';

/** What `npm run lab -- --help` prints. */
const labHelp = `npm run lab -- [options] [options of Jupyter]

Opens the notebooks in Jupyter with the project's TypeScript kernel. The kernel is described by files in .kernel/ of this
folder; nothing outside is touched. What Jupyter understands is passed on: npm run lab -- --no-browser --port 9999

  --print-path  print the folder that JUPYTER_PATH must name, and start nothing
  --install     make the kernel known to every Jupyter and VS Code of this user (jupyter kernelspec install --user);
                undo with: jupyter kernelspec uninstall gan-figures
  --help        print this

VS Code, with its Jupyter extension, finds the kernel when it is started so:
  JUPYTER_PATH="$(npm run --silent lab -- --print-path)" code .
or after --install. Choose "gan-figures (TypeScript)" as the notebook's kernel.

GAN_FIGURES_JUPYTER names another command than "jupyter", such as ~/venv/bin/jupyter.
`;

/** How to get Jupyter, for somebody who does not have it. */
const howToGetJupyter = `Get it with one of:
  Debian, Ubuntu   sudo apt install jupyter-notebook
  macOS            brew install jupyterlab
  Windows          winget install Python.Python.3.12, then: py -m pip install jupyterlab
  pipx             pipx install jupyterlab
  pip              python3 -m pip install jupyterlab
  conda            conda install -c conda-forge jupyterlab
VS Code needs no Jupyter, see: npm run lab -- --help
The figures need neither: npm run figures
`;

/**
 * `npm run lab`: starts Jupyter on the notebooks with the project's kernel.
 *
 * @param args options of its own, or options of Jupyter, which are passed on
 * @returns exit code: Jupyter's, or 1 when there is no Jupyter
 */
export async function lab(args: string[]): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
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
