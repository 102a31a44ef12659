import * as tf from '@tensorflow/tfjs';
import { loadTensorflow } from './tensorflow';
import { type BackendName, type BackendStatus, backendNames } from './types';
import { loadWasm } from './wasm';

const loaders: Record<BackendName, () => Promise<string>> = {
  tensorflow: loadTensorflow,
  wasm: loadWasm,
  cpu: async () => 'plain JavaScript, slow',
};

/** Tries one backend without selecting it. */
async function probe(name: BackendName): Promise<BackendStatus> {
  try {
    return { name, available: true, detail: await loaders[name]() };
  } catch (error) {
    return { name, available: false, detail: (error as Error).message };
  }
}

/** What each backend is here, or why it is missing. Selects none. */
export async function backendReport(): Promise<BackendStatus[]> {
  const report: BackendStatus[] = [];
  for (const name of backendNames) report.push(await probe(name));
  return report;
}

/**
 * Selects the engine that computes: the one named, else the one that the environment variable
 * `GAN_FIGURES_BACKEND` names, else the first available of tensorflow, wasm, cpu.
 *
 * @param name `tensorflow`, `wasm` or `cpu`
 * @returns the backend now in use and what it is
 * @throws Error when the name is unknown or that backend is not available here; the message lists what is there
 *   and why the others are not. The backend in use before stays in use.
 */
export async function useBackend(name?: BackendName): Promise<BackendStatus> {
  tf.enableProdMode(); // silences the advice to install tfjs-node
  const wanted = name ?? process.env.GAN_FIGURES_BACKEND;
  if (wanted) {
    const status = isBackendName(wanted) ? await probe(wanted) : undefined;
    if (!status?.available) throw new Error(await explain(wanted, name === undefined));
    return select(status);
  }
  for (const candidate of backendNames) {
    const status = await probe(candidate);
    if (status.available) return select(status);
  }
  throw new Error(await explain('any', false));
}

async function select(status: BackendStatus): Promise<BackendStatus> {
  if (!(await tf.setBackend(status.name))) throw new Error(`backend ${status.name} did not start`);
  await tf.ready();
  return status;
}

function isBackendName(name: string): name is BackendName {
  return (backendNames as readonly string[]).includes(name);
}

async function explain(wanted: string, fromEnvironment: boolean): Promise<string> {
  const report = await backendReport();
  const what = isBackendName(wanted) ? 'not available here' : 'unknown';
  const rows = report.map((s) => `  ${s.name}: ${s.available ? '' : 'missing: '}${s.detail}`);
  const where = fromEnvironment ? ' (from GAN_FIGURES_BACKEND)' : '';
  return `backend "${wanted}"${where} is ${what}; expected one of\n${rows.join('\n')}`;
}
