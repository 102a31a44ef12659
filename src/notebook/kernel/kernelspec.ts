import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** The kernel's name in Jupyter and in the notebooks' metadata. */
export const kernelName = 'gan-figures';

/**
 * Writes `<root>/.kernel/kernels/gan-figures/kernel.json`, with which Jupyter and VS Code start the kernel of this
 * checkout. Touches nothing outside `root`.
 *
 * @param root folder of the checkout
 * @returns the folder that `JUPYTER_PATH` must name, the folder of the kernelspec, and the kernel's name
 * @throws Error when the kernel is not built
 */
export function writeKernelspec(root: string): {
  jupyterPath: string;
  folder: string;
  name: typeof kernelName;
} {
  const file = kernelspecFile(root);
  const folder = dirname(file);
  const main = kernelMain(root);
  if (!existsSync(main)) throw new Error(`the kernel is not built: ${main} is missing; run: npm run build`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${JSON.stringify(kernelspec(root), null, 1)}\n`);
  return { jupyterPath: resolve(root, '.kernel'), folder, name: kernelName };
}

/** Where the kernelspec of a checkout lies. */
export function kernelspecFile(root: string): string {
  return resolve(root, '.kernel/kernels', kernelName, 'kernel.json');
}

/** What kernel.json says; its paths are absolute, since Jupyter starts kernels in the notebook's folder. */
export function kernelspec(root: string, platform = process.platform): Record<string, unknown> {
  return {
    argv: [process.execPath, kernelMain(root), '{connection_file}'],
    display_name: 'gan-figures (TypeScript)',
    language: 'typescript',
    // a signal also stops a cell that never yields; Windows has none
    interrupt_mode: platform === 'win32' ? 'message' : 'signal',
    metadata: { debugger: false },
  };
}

function kernelMain(root: string): string {
  return resolve(root, 'dist/notebook/kernel/main.js');
}
