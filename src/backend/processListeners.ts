const events = ['uncaughtException', 'unhandledRejection'] as const;

/**
 * Runs `work` and removes the process-wide error listeners that it left behind.
 *
 * The WebAssembly glue of TensorFlow.js adds listeners that throw every stray rejection again, which ends a
 * notebook's kernel for an error that has nothing to do with it.
 */
export async function withoutNewListeners<T>(work: () => Promise<T>): Promise<T> {
  const before = events.map((event) => new Set(process.rawListeners(event)));
  try {
    return await work();
  } finally {
    events.forEach((event, i) => {
      for (const listener of process.rawListeners(event))
        if (!before[i].has(listener)) process.removeListener(event, listener as (...args: unknown[]) => void);
    });
  }
}
