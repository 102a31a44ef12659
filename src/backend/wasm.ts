import { dirname, join, sep } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { wantedBlas } from './blas/wantedBlas';
import { withoutNewListeners } from './processListeners';
import { fastBatchMatMul } from './wasmBatchMatMul';
import { canChain, chain } from './wasmChain';
import { conv2dBackpropFilter, conv2dBackpropInput } from './wasmConv2dGradients';
import { overrideKernel, type WasmKernel } from './wasmKernels';
import { fastSum } from './wasmSum';

let loaded: Promise<string> | undefined;

/**
 * Loads the WebAssembly backend with a fast transposed matrix product, trainable convolutions and no process-wide
 * error listeners of its own. Loading twice is loading once.
 *
 * @returns what it is, in words
 * @throws Error when WebAssembly cannot be initialised
 */
export function loadWasm(): Promise<string> {
  loaded ??= withoutNewListeners(load);
  return loaded;
}

async function load(): Promise<string> {
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  setWasmPaths(join(dirname(require.resolve('@tensorflow/tfjs-backend-wasm')), sep));
  const { blas, detail } = wantedBlas();
  overrideKernel(
    'BatchMatMul',
    onTopOf('BatchMatMul', (stock) => fastBatchMatMul(stock, blas)),
  );
  overrideKernel('Sum', onTopOf('Sum', fastSum));
  overrideKernel('Conv2DBackpropFilter', () => conv2dBackpropFilter);
  overrideKernel('Conv2DBackpropInput', () => conv2dBackpropInput);
  await initialise('wasm');
  if (canChain(tf.findBackend('wasm'))) overrideKernel('ElementwiseChain', () => chain);
  const simd = await tf.env().getAsync('WASM_HAS_SIMD_SUPPORT');
  return `WebAssembly, single-threaded${simd ? ', SIMD' : ', without SIMD'}${detail}`;
}

/** @throws Error when there is no such kernel */
function onTopOf(name: string, make: (stock: WasmKernel) => WasmKernel) {
  return (stock: WasmKernel | undefined): WasmKernel => {
    if (!stock) throw new Error(`the wasm backend has no kernel ${name}`);
    return make(stock);
  };
}

/** Creates the backend without leaving it selected. */
async function initialise(name: string): Promise<void> {
  const before = tf.engine().backendName;
  if (!(await tf.setBackend(name))) throw new Error('WebAssembly could not be initialised');
  if (before) await tf.setBackend(before);
}
