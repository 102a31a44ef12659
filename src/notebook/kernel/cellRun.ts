import { AsyncLocalStorage } from 'node:async_hooks';

/** One run of one cell. */
export interface CellRun {
  /** Whether a person stopped it. */
  stopped: boolean;
}

/** The run that the present code was started by, however many awaits and timers ago. */
export const cellRuns = new AsyncLocalStorage<CellRun>();

/**
 * Makes timers of a stopped cell fire no more.
 *
 * A promise cannot be cancelled, so the code behind an `await` of a stopped cell would run on in the background.
 * A long calculation gives the event loop a turn with `setImmediate` or `setTimeout`; when its cell was
 * stopped, that turn is its last.
 *
 * @returns a function that puts the original timers back
 */
export function stopTimersWithTheirCell(): () => void {
  const { setTimeout, setInterval, setImmediate } = globalThis;
  Object.assign(globalThis, {
    setTimeout: gated(setTimeout),
    setInterval: gated(setInterval),
    setImmediate: gated(setImmediate),
  });
  return () => void Object.assign(globalThis, { setTimeout, setInterval, setImmediate });
}

type Timer = (callback: (...args: unknown[]) => void, ...rest: unknown[]) => unknown;

function gated<T>(timer: T): T {
  const start = timer as Timer;
  const replacement: Timer = (callback, ...rest) => {
    const run = cellRuns.getStore();
    if (!run || typeof callback !== 'function') return start(callback, ...rest);
    const handle = start(
      (...args) => {
        if (run.stopped) clearInterval(handle as NodeJS.Timeout);
        else callback(...args);
      },
      ...rest,
    );
    return handle;
  };
  // util.promisify finds its own version of a timer in a property
  return Object.defineProperties(replacement, Object.getOwnPropertyDescriptors(timer)) as T;
}
