import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type CellRun, cellRuns, stopTimersWithTheirCell } from '../../../src/notebook/kernel/cellRun';

let restore: () => void;
beforeEach(() => {
  restore = stopTimersWithTheirCell();
});
afterEach(() => restore());

const later = () => new Promise((resolve) => setTimeout(resolve, 30));

it('a loop that gives the event loop a turn ends when its cell is stopped', async () => {
  const run: CellRun = { stopped: false };
  let steps = 0;
  cellRuns.run(run, async () => {
    for (;;) {
      steps += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
  await later();
  run.stopped = true;
  const then = steps;
  expect(then).toBeGreaterThan(1);
  await later();
  expect(steps).toBe(then);
});

it('an interval of a stopped cell is silent, one of another cell goes on', async () => {
  const runs: CellRun[] = [{ stopped: false }, { stopped: false }];
  const ticks = [0, 0];
  const intervals = runs.map((run, i) =>
    cellRuns.run(run, () =>
      setInterval(() => {
        ticks[i] += 1;
      }, 1),
    ),
  );
  runs[0].stopped = true;
  await later();
  for (const interval of intervals) clearInterval(interval);
  expect(ticks[0]).toBe(0);
  expect(ticks[1]).toBeGreaterThan(0);
});

it('timers keep their arguments, their handles and their promise form', async () => {
  await cellRuns.run({ stopped: false }, async () => {
    expect(await new Promise((resolve) => setTimeout(resolve, 1, 'argument'))).toBe('argument');
    expect(await promisify(setTimeout)(1, 'value')).toBe('value');
    const fired: string[] = [];
    clearTimeout(setTimeout(() => fired.push('cleared'), 1));
    await later();
    expect(fired).toEqual([]);
  });
  expect(() => cellRuns.run({ stopped: false }, () => setTimeout('no function' as never))).toThrow(TypeError);
});

it('the original timers come back', () => {
  const patched = globalThis.setTimeout;
  restore();
  expect(globalThis.setTimeout).not.toBe(patched);
});
