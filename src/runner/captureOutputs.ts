import { createRequire } from 'node:module';
import { writer } from '../notebook/kernel/cellOutput';
import type { OutputCollector } from './collectOutputs';

const load = createRequire(__filename);

/**
 * Takes over `process.stdout`, `process.stderr` and tslab's displays.
 *
 * @returns a function that gives them back
 */
export function captureOutputs(collector: OutputCollector): () => void {
  const jupyter = load('tslab/dist/jupyter'); // the module itself: an import would be a copy
  const streams = ['stdout', 'stderr'] as const;
  const writers = streams.map((name) => process[name].write);
  for (const name of streams) process[name].write = writer((text) => collector.stream(name, text));
  Object.assign(jupyter, { lastWriteDisplayData: collector.display });
  return () => {
    streams.forEach((name, i) => {
      process[name].write = writers[i];
    });
    Object.assign(jupyter, { lastWriteDisplayData: null });
  };
}
