import { setImmediate } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inOrder } from '../../../src/notebook/kernel/inOrder';

it('work is done one piece after the other, and what has not been started can be taken back', async () => {
  const log: string[] = [];
  const queue = inOrder<number>(async (n) => {
    log.push(`start ${n}`);
    await setImmediate();
    log.push(`end ${n}`);
  });
  for (const n of [1, 2, 3, 4]) queue.push(n);
  expect(queue.takeAll()).toEqual([2, 3, 4]);
  queue.push(5);
  for (let turn = 0; turn < 5; turn++) await setImmediate();
  expect(log).toEqual(['start 1', 'end 1', 'start 5', 'end 5']);
});
