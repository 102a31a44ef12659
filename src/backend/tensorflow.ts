import * as tf from '@tensorflow/tfjs';

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
  const problems: string[] = [];
  // Types are not imported: the package may be absent.
  for (const name of ['@tensorflow/tfjs-node-gpu', '@tensorflow/tfjs-node']) {
    try {
      require(name);
      const backend = tf.findBackend('tensorflow') as { isUsingGpuDevice?: boolean } | null;
      if (!backend) throw new Error('it registered no backend');
      return `native TensorFlow on the ${backend.isUsingGpuDevice ? 'GPU' : 'CPU'} (${name})`;
    } catch (error) {
      problems.push(describe(name, error as NodeJS.ErrnoException));
    }
  }
  throw new Error(problems.join('; '));
}

function describe(name: string, error: NodeJS.ErrnoException): string {
  const missing = error.code === 'MODULE_NOT_FOUND' && error.message.includes(`'${name}'`);
  return missing ? `${name} is not installed` : `${name}: ${error.message.split('\n')[0]}`;
}

/** Node 23 removed two functions of `util` that the package still calls. */
function restoreUtil(): void {
  const util: Record<string, unknown> = require('node:util');
  util.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  util.isArray ??= Array.isArray;
}
