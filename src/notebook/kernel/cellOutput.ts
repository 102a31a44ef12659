import jupyter = require('tslab/dist/jupyter');

import { bufferStreams } from './bufferStreams';
import type { Channel } from './channel';
import type { Message } from './wire';

/** Sends what cells print and display to the notebook. */
export interface CellOutput {
  /** From now on outputs belong to this request, also those of what earlier cells left running. */
  belongTo(request: Message): void;
  flush(): void;
}

/** Takes over `process.stdout`, `process.stderr` and tslab's displays. */
export function captureOutput(channel: Channel): CellOutput {
  let request: Message;
  const streams = bufferStreams((name, text) => void channel.publish(request, 'stream', { name, text }));
  process.stdout.write = writer((text) => streams.write('stdout', text));
  process.stderr.write = writer((text) => streams.write('stderr', text));
  return {
    belongTo(next) {
      streams.flush();
      request = next;
      Object.assign(jupyter, {
        lastWriteDisplayData: (content: Record<string, unknown>, update: boolean) => {
          streams.flush();
          channel.publish(next, update ? 'update_display_data' : 'display_data', content);
        },
      });
    },
    flush: streams.flush,
  };
}

/** A stand-in for a stream's `write`. */
export function writer(print: (text: string) => void): typeof process.stdout.write {
  return (chunk: string | Uint8Array, encoding?: unknown, callback?: unknown) => {
    print(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    const done = typeof encoding === 'function' ? encoding : callback;
    if (typeof done === 'function') process.nextTick(done as () => void);
    return true;
  };
}
