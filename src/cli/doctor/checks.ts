import type { BackendStatus } from '../../backend/types';
import type { DatasetStatus } from '../../datasets/findDatasets';
import type { JupyterStatus } from '../findJupyter';
import type { Check } from './check';

/** Node.js: 20.19 or newer. @param memory in bytes */
export function checkNode(version: string, cores: number, memory: number): Check {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number);
  const machine = `${cores} ${cores === 1 ? 'core' : 'cores'}, ${(memory / 2 ** 30).toFixed(1)} GiB memory`;
  const check = { what: 'Node.js', detail: `${version}, ${machine}` };
  return major > 20 || (major === 20 && minor >= 19)
    ? { state: 'ok', ...check }
    : { state: 'broken', ...check, remedy: 'install Node.js 20.19 or newer: https://nodejs.org' };
}

/** What `npm run build` makes. @param missing files that should be there */
export function checkBuild(missing: readonly string[]): Check {
  return missing.length === 0
    ? { state: 'ok', what: 'build', detail: 'dist/ is there' }
    : { state: 'broken', what: 'build', detail: `missing: ${missing.join(', ')}`, remedy: 'npm run build' };
}

/** One line a backend; a machine without any is broken, one without a certain one is not. */
export function checkBackends(report: readonly BackendStatus[]): Check[] {
  const some = report.some(({ available }) => available);
  return report.map(({ name, available, detail }) => ({
    state: available ? 'ok' : some ? 'absent' : 'broken',
    what: `backend ${name}`,
    detail,
  }));
}

/** The optional package that computes on a GPU. @param version undefined where it is not installed */
export function checkGpuPackage(version: string | undefined): Check {
  const what = 'GPU package';
  if (version) return { state: 'ok', what, detail: `@tensorflow/tfjs-node-gpu ${version}` };
  return {
    state: 'absent',
    what,
    detail:
      '@tensorflow/tfjs-node-gpu is not installed: it is optional and downloads a library while it installs',
    remedy:
      'only for an NVIDIA GPU under Linux or Windows: npm install --include=optional, with internet access',
  };
}

/** A BLAS, which may compute matrix products. @param found its library, or why there is none */
export function checkBlas(found: { library: string } | { reason: string }): Check {
  const what = 'BLAS';
  const use = 'only for speed, as numbers then differ in their last digits from machine to machine';
  return 'library' in found
    ? { state: 'ok', what, detail: `${found.library}, used where GAN_FIGURES_BLAS is on` }
    : {
        state: 'absent',
        what,
        detail: found.reason,
        remedy: `${use}: npm install --include=optional, and OpenBLAS (Debian: libopenblas0-pthread)`,
      };
}

/** Jupyter, for `npm run lab`. */
export function checkJupyter(status: JupyterStatus): Check {
  const what = 'Jupyter';
  return 'reason' in status
    ? { state: 'absent', what, detail: status.reason, remedy: 'npm run lab says how to get it' }
    : { state: 'ok', what, detail: `${status.jupyter} ${status.verb} ${status.version}` };
}

/**
 * The kernelspec that Jupyter and VS Code start the kernel with.
 *
 * @param argv of kernel.json, undefined where there is none
 * @param missing those files named in `argv` that do not exist
 */
export function checkKernelspec(argv: readonly string[] | undefined, missing: readonly string[]): Check {
  const what = 'kernelspec';
  const remedy = 'npm run lab writes it; for VS Code see: npm run lab -- --help';
  if (!argv) return { state: 'absent', what, detail: 'not written yet', remedy };
  if (missing.length > 0)
    return { state: 'absent', what, detail: `it names what is gone: ${missing.join(', ')}`, remedy };
  return { state: 'ok', what, detail: `gan-figures, starts ${argv[0]}` };
}

/** A browser, for PDF files. */
export function checkBrowser(found: { path: string } | { reason: string }): Check {
  const what = 'browser';
  return 'path' in found
    ? { state: 'ok', what, detail: found.path }
    : {
        state: 'absent',
        what,
        detail: found.reason,
        remedy: 'only for PDF files: install Chromium, Chrome or Edge, or name one in GAN_FIGURES_BROWSER',
      };
}

/** One line a data set. */
export function checkDatasets(datasets: readonly DatasetStatus[]): Check[] {
  return datasets.map((dataset) => {
    const what = `data ${dataset.name}`;
    return dataset.available
      ? { state: 'ok', what, detail: `${dataset.train} train, ${dataset.test} test in ${dataset.folder}` }
      : {
          state: 'absent',
          what,
          detail: `${dataset.problem} (${dataset.folder})`,
          remedy: `only for real images instead of generated ones: npm run data -- ${dataset.name}`,
        };
  });
}

/** A check that could not be made: what it threw. */
export function checkFailed(what: string, error: unknown): Check {
  return { state: 'broken', what, detail: error instanceof Error ? error.message : String(error) };
}
