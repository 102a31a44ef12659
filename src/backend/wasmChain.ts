import * as tf from '@tensorflow/tfjs';
import { type Chain, chainRoutine } from './simd/chain';
import { routinesOn, simdOn } from './simd/simd';
import type { KernelArguments, WasmBackend } from './wasmKernels';

type Run = (...integers: number[]) => number;

interface Compiled {
  byText: Map<string, Run>;
  byChain: WeakMap<Chain, Run>;
}

const compiled = new WeakMap<WasmBackend, Compiled>();
const mostCompiled = 500;

/**
 * A kernel beside those of TensorFlow.js: the results of a {@link Chain} on its operands, all 32-bit floats. Results have
 * the shape `shape`; operands that are no single number have it too, or its last axis.
 */
export function chain({ inputs, backend, attrs }: KernelArguments): tf.TensorInfo[] {
  const { shape, chain: steps } = attrs as unknown as { shape: number[]; chain: Chain };
  const out = steps.results.map(() => backend.makeOutput(shape, 'float32'));
  const bytes = 4 * tf.util.sizeFromShape(shape);
  const row = steps.operands.includes('row') ? 4 * shape[shape.length - 1] : bytes;
  const operands = inputs as unknown as tf.TensorInfo[];
  const addresses = [...operands, ...out].map(({ dataId }) => backend.getMemoryOffset(dataId));
  runOf(steps, backend)(...addresses, row, addresses[operands.length] + bytes);
  return out;
}

/** Whether {@link chain} works on a backend. */
export function canChain(backend: object): boolean {
  return simdOn(backend as WasmBackend) !== undefined;
}

/** The compiled routine of a chain; equal chains share one. */
function runOf(steps: Chain, backend: WasmBackend): Run {
  if (!compiled.has(backend)) compiled.set(backend, { byText: new Map(), byChain: new WeakMap() });
  const { byText, byChain } = compiled.get(backend)!;
  const known = byChain.get(steps);
  if (known) return known;
  const text = JSON.stringify(steps);
  const run = byText.get(text) ?? routinesOn(backend, { run: chainRoutine(steps) }).run;
  if (byText.size >= mostCompiled) byText.clear();
  byText.set(text, run);
  byChain.set(steps, run);
  return run;
}
