import * as tf from '@tensorflow/tfjs';

const packageName = '@tensorflow/tfjs-node-gpu';

let loaded: Promise<string> | undefined;

/**
 * Loads native TensorFlow when the optional package is installed: on the GPU if it sees one, else on the CPU.
 *
 * @returns what it is, in words
 * @throws Error with the reason when the package is missing or its library does not load
 */
export function loadTensorflow(): Promise<string> {
  loaded ??= load();
  return loaded;
}

async function load(): Promise<string> {
  restoreUtil();
  try {
    require(packageName); // not imported: it may be absent
  } catch (error) {
    throw new Error(describe(error as NodeJS.ErrnoException));
  }
  const backend = tf.findBackend('tensorflow') as { isUsingGpuDevice?: boolean } | null;
  if (!backend) throw new Error(`${packageName} registered no backend`);
  return `native TensorFlow on the ${backend.isUsingGpuDevice ? 'GPU' : 'CPU'}`;
}

function describe(error: NodeJS.ErrnoException): string {
  const missing = error.code === 'MODULE_NOT_FOUND' && error.message.includes(`'${packageName}'`);
  return missing ? `${packageName} is not installed` : `${packageName}: ${error.message.split('\n')[0]}`;
}

/** Node 23 removed two functions of `util` that the package still calls. */
function restoreUtil(): void {
  const util: Record<string, unknown> = require('node:util');
  util.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  util.isArray ??= Array.isArray;
}
