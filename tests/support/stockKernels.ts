import * as tf from '@tensorflow/tfjs';
import { replacedKernels } from '../../src/backend/wasmKernels';

/** A kernel of the wasm backend as TensorFlow.js ships it. */
export function stockKernel(name: string): tf.KernelConfig {
  const found = replacedKernels.get(name) ?? tf.getKernel(name, 'wasm');
  if (!found) throw new Error(`the wasm backend ships no kernel ${name}`);
  return found;
}

/** Puts a kernel of the wasm backend in the place of the one with its name. */
export function useKernel(kernel: tf.KernelConfig): void {
  tf.unregisterKernel(kernel.kernelName, 'wasm');
  tf.registerKernel(kernel);
}
