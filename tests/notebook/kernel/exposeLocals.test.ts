import { runInThisContext } from 'node:vm';
import { expect, test } from 'vitest';
import { exposeLocals } from '../../../src/notebook/kernel/exposeLocals';

test('a short-form property finds what an earlier cell declared, also after that changed', () => {
  const locals: Record<string, unknown> = { batchOfEarlierCell: 64 };
  exposeLocals(locals);
  expect(runInThisContext('({ batchOfEarlierCell })')).toEqual({ batchOfEarlierCell: 64 });
  locals.batchOfEarlierCell = 32;
  exposeLocals(locals);
  expect(runInThisContext('({ batchOfEarlierCell })')).toEqual({ batchOfEarlierCell: 32 });
});

test('what the global object has of its own stays', () => {
  const before = globalThis.fetch;
  exposeLocals({ fetch: 1, undefined: 2 });
  expect(globalThis.fetch).toBe(before);
});
