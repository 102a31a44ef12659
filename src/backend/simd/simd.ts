import type { WasmBackend } from '../wasmKernels';
import { assemble, type Routine } from './assembler';
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
  if (process.env.GAN_FIGURES_SIMD === 'off') return undefined;
  try {
    return routinesOn(backend, routines);
  } catch {
    return undefined; // no vectors, or another kind of memory
  }
}

/** Routines as functions on the memory of a backend. @throws Error where they cannot run on it */
export function routinesOn<R extends Record<string, Routine>>(
  backend: WasmBackend,
  all: R,
): Record<keyof R, (...integers: number[]) => number> {
  const memory = backend.wasm?.asm?.memory as WebAssembly.Memory;
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(assemble(all)), { env: { memory } });
  return exports as Record<keyof R, (...integers: number[]) => number>;
}
