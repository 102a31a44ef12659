/** What `npm run lab -- --help` prints. */
export const labHelp = `npm run lab -- [options] [options of Jupyter]

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
export const howToGetJupyter = `Get it with one of:
  Debian, Ubuntu   sudo apt install jupyter-notebook
  macOS            brew install jupyterlab
  Windows          winget install Python.Python.3.12, then: py -m pip install jupyterlab
  pipx             pipx install jupyterlab
  pip              python3 -m pip install jupyterlab
  conda            conda install -c conda-forge jupyterlab
VS Code needs no Jupyter, see: npm run lab -- --help
The figures need neither: npm run figures
`;
