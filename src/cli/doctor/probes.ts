import { existsSync, readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { dataFolder } from '../../datasets/dataFolder';
import { findDatasets } from '../../datasets/findDatasets';
import { kernelspecFile } from '../../notebook/kernel/kernelspec';
import { packageRoot } from '../../runner/job';
import { findJupyter } from '../findJupyter';
import type { Check } from './check';
import {
  checkBackends,
  checkBlas,
  checkBrowser,
  checkBuild,
  checkDatasets,
  checkGpuPackage,
  checkJupyter,
  checkKernelspec,
  checkNode,
} from './checks';

/** What `doctor` looks at, in its order: a name for the case that looking fails, and how to look. */
export type Probes = [what: string, look: () => Check[] | Promise<Check[]>][];

/** Looks at this machine. */
export const probes: Probes = [
  ['Node.js', () => [checkNode(process.version, cpus().length, totalmem())]],
  ['build', () => [checkBuild(builtFiles.filter((file) => !existsSync(join(packageRoot, file))))]],
  [
    'backends',
    async () => checkBackends(await (await import('../../backend/useBackend.js')).backendReport()),
  ],
  ['GPU package', () => [checkGpuPackage(versionOf('@tensorflow/tfjs-node-gpu'))]],
  ['BLAS', async () => [checkBlas(await lookForBlas())]],
  ['Jupyter', () => [checkJupyter(findJupyter())]],
  ['kernelspec', () => [lookAtKernelspec()]],
  ['browser', async () => [checkBrowser((await import('../../render/browser.js')).findBrowser())]],
  ['data', () => checkDatasets(findDatasets(dataFolder()))],
];

const builtFiles = ['dist/index.js', 'dist/index.d.ts', 'dist/notebook/kernel/main.js'];

function versionOf(name: string): string | undefined {
  try {
    return require(`${name}/package.json`).version;
  } catch {
    return undefined;
  }
}

async function lookForBlas(): Promise<{ library: string } | { reason: string }> {
  const { findBlas } = await import('../../backend/blas/blas.js');
  try {
    return { library: findBlas().library };
  } catch (error) {
    return { reason: (error as Error).message };
  }
}

function lookAtKernelspec(): Check {
  const file = kernelspecFile(packageRoot);
  if (!existsSync(file)) return checkKernelspec(undefined, []);
  const argv: string[] = JSON.parse(readFileSync(file, 'utf8')).argv;
  return checkKernelspec(
    argv,
    argv.filter((part) => isAbsolute(part) && !existsSync(part)),
  );
}
