import * as tf from '@tensorflow/tfjs';

/** What of the wasm backend our kernels use. */
export interface WasmBackend {
  disposeData(dataId: object): unknown;
  /** Memory for a tensor, owned by the caller; not cleared. It may move the heap: take views after it, not before. */
  makeOutput(shape: number[], dtype: 'float32'): tf.TensorInfo;
  /** The address of a tensor's first number. */
  getMemoryOffset(dataId: object): number;
  /** The module itself; of what it exports, its memory. */
  wasm?: { asm?: { memory?: unknown } };
  /** A tensor's numbers where they lie. */
  typedArrayFromHeap(tensor: tf.TensorInfo): Float32Array;
}

/** What a kernel of the wasm backend is called with. */
export interface KernelArguments {
  inputs: Record<string, tf.TensorInfo>;
  backend: WasmBackend;
  attrs: Record<string, unknown>;
}

/** A kernel of the wasm backend as a plain function; its result is owned by the caller. */
export type WasmKernel = (args: KernelArguments) => tf.TensorInfo | tf.TensorInfo[];

/** The registered wasm kernel of that name. */
export function kernel(name: string): WasmKernel {
  const config = tf.getKernel(name, 'wasm');
  if (!config) throw new Error(`the wasm backend has no kernel ${name}`);
  return config.kernelFunc as unknown as WasmKernel;
}

/** The single output of a kernel. */
export function asTensorInfo(output: tf.TensorInfo | tf.TensorInfo[]): tf.TensorInfo {
  return Array.isArray(output) ? output[0] : output;
}

/** The matrix product a b of two stored matrices; owned by the caller. */
export function product(
  a: tf.TensorInfo,
  b: tf.TensorInfo,
  backend: WasmBackend,
  { transposeA = false, transposeB = false } = {},
): tf.TensorInfo {
  return asTensorInfo(
    kernel('BatchMatMul')({ inputs: { a, b }, backend, attrs: { transposeA, transposeB } }),
  );
}

/** The kernels of TensorFlow.js that were replaced, by name. */
export const replacedKernels = new Map<string, tf.KernelConfig>();

/** Replaces a kernel of the wasm backend (or adds it when `make` is handed nothing). */
export function overrideKernel(
  kernelName: string,
  make: (stock: WasmKernel | undefined) => WasmKernel,
): void {
  const stock = tf.getKernel(kernelName, 'wasm');
  if (stock) {
    replacedKernels.set(kernelName, stock);
    tf.unregisterKernel(kernelName, 'wasm');
  }
  const kernelFunc = make(stock?.kernelFunc as unknown as WasmKernel | undefined);
  tf.registerKernel({
    ...stock,
    kernelName,
    backendName: 'wasm',
    kernelFunc: kernelFunc as unknown as tf.KernelFunc,
  });
}
