import { expect, it } from 'vitest';
import { pool } from '../../src/runner/pool';

it('at most as many pieces of work run at once as allowed, and all of them run', async () => {
  let running = 0;
  let most = 0;
  const done: number[] = [];
  await pool([1, 2, 3, 4, 5], 2, async (item) => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setTimeout(resolve, 5 - item));
    running -= 1;
    done.push(item);
  });
  expect(most).toBe(2);
  expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
});
