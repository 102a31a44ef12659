/** Does work that Ctrl-C, or a request to end, aborts in order. */
export async function untilSignal<T>(
  work: (signal: AbortSignal) => Promise<T>,
): Promise<{ result: T; aborted: boolean }> {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, stop);
  try {
    return { result: await work(controller.signal), aborted: controller.signal.aborted };
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}
