import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';

const kernels = new Map(tf.getKernelsForBackend('wasm').map((kernel) => [kernel.kernelName, kernel]));

/** A kernel of the wasm backend as TensorFlow.js ships it. This file must be imported before the backend is loaded. */
export function stockKernel(name: string): tf.KernelConfig {
  const found = kernels.get(name);
  if (!found) throw new Error(`the wasm backend ships no kernel ${name}`);
  return found;
}

/** Puts a kernel of the wasm backend in the place of the one with its name. */
export function useKernel(kernel: tf.KernelConfig): void {
  tf.unregisterKernel(kernel.kernelName, 'wasm');
  tf.registerKernel(kernel);
}
