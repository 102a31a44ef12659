import type { WasmBackend } from '../wasmKernels';
import { assemble } from './assembler';
import { routines } from './routines';

/** {@link routines} as functions on the memory of a WebAssembly backend. */
export type Simd = Record<keyof typeof routines, (...integers: number[]) => number>;

const instances = new WeakMap<WasmBackend, { simd: Simd | undefined }>();

/**
 * The routines on the memory of a backend; undefined where its memory is shared between threads, the processor has no
 * vectors, or `GAN_FIGURES_SIMD` is `off`.
 */
export function simdOn(backend: WasmBackend): Simd | undefined {
  if (!instances.has(backend)) instances.set(backend, { simd: instantiate(backend) });
  return instances.get(backend)?.simd;
}

function instantiate(backend: WasmBackend): Simd | undefined {
  const memory = backend.wasm?.asm?.memory;
  if (!(memory instanceof WebAssembly.Memory) || process.env.GAN_FIGURES_SIMD === 'off') return undefined;
  try {
    const module = new WebAssembly.Module(assemble(routines));
    return new WebAssembly.Instance(module, { env: { memory } }).exports as unknown as Simd;
  } catch {
    return undefined; // no vectors, or another kind of memory
  }
}
