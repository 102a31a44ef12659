import { useBackend } from '../../src/backend/useBackend';

/** The backends that every installation has: numerical tests run on each. */
export const portable = ['wasm', 'cpu'] as const;

/** Selects a backend for the tests of a block. */
export async function select(name: (typeof portable)[number]): Promise<void> {
  await useBackend(name);
}
