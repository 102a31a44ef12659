import { setTimeout } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { bufferStreams } from '../../../src/notebook/kernel/bufferStreams';

function recorded() {
  const sent: [string, string][] = [];
  return { sent, streams: bufferStreams((name, text) => sent.push([name, text])) };
}

it('the first text is sent at once, many more become few messages in the same order', () => {
  const { sent, streams } = recorded();
  streams.write('stdout', 'a');
  expect(sent).toEqual([['stdout', 'a']]);
  for (let i = 0; i < 1000; i++) streams.write('stdout', `${i} `);
  streams.flush();
  expect(sent.length).toBeLessThan(20);
  expect(sent.map(([, text]) => text).join('')).toBe(`a${[...Array(1000).keys()].join(' ')} `);
});

it('texts of stdout and stderr keep their order', () => {
  const { sent, streams } = recorded();
  for (const name of ['stdout', 'stderr', 'stdout'] as const) streams.write(name, name);
  streams.flush();
  expect(sent.map(([name]) => name)).toEqual(['stdout', 'stderr', 'stdout']);
});

it('what is held back is sent soon although nothing more is printed', async () => {
  const { sent, streams } = recorded();
  streams.write('stdout', 'a');
  streams.write('stdout', 'b');
  expect(sent.length).toBe(1);
  await setTimeout(200);
  expect(sent[1]).toEqual(['stdout', 'b']);
});

it('nothing is sent twice', () => {
  const { sent, streams } = recorded();
  streams.write('stdout', 'a');
  streams.flush();
  streams.flush();
  expect(sent).toEqual([['stdout', 'a']]);
});
