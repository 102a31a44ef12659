/**
 * Reports errors that no cell waits for (a promise nobody awaits, a throwing timer) instead of dying of them.
 *
 * A capture callback comes before all listeners for `uncaughtException`, and what a listener for
 * `unhandledRejection` throws ends here too: the WebAssembly glue of TensorFlow.js installs both kinds, to rethrow.
 *
 * @returns a function that ends this
 */
export function surviveStrayErrors(report: (error: unknown) => void): () => void {
  process.setUncaughtExceptionCaptureCallback(report);
  return () => process.setUncaughtExceptionCaptureCallback(null);
}
