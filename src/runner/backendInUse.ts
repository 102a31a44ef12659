import { createRequire } from 'node:module';

const load = createRequire(__filename);

/** The backend that computes in this process, or null when TensorFlow.js was not loaded. */
export function backendInUse(): string | null {
  const tf = load.cache[load.resolve('@tensorflow/tfjs')]?.exports;
  return tf?.engine().backendName ?? null;
}
