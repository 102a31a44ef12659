import { clearTimeout, setTimeout } from 'node:timers';

export type StreamName = 'stdout' | 'stderr';

export interface StreamBuffer {
  write(name: StreamName, text: string): void;
  /** Sends what was held back: before a cell ends, and before anything else is shown. */
  flush(): void;
}

const shortestPause = 50; // ms between two messages of one stream

/** Joins the pieces of text that a cell prints to few messages: a loop that prints 10 000 lines is not 10 000 messages. */
export function bufferStreams(send: (name: StreamName, text: string) => void): StreamBuffer {
  let held: { name: StreamName; text: string } | undefined;
  let sent = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!held) return;
    const { name, text } = held;
    held = undefined;
    sent = performance.now();
    send(name, text);
  }

  function write(name: StreamName, text: string): void {
    if (held && held.name !== name) flush();
    held = { name, text: (held?.text ?? '') + text };
    if (performance.now() - sent >= shortestPause) flush();
    else timer ??= setTimeout(flush, shortestPause);
  }

  return { write, flush };
}
