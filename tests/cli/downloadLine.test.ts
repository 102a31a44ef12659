import { expect, it } from 'vitest';
import { createDownloadLine, megabytes } from '../../src/cli/downloadLine';

/** A line whose clock the test turns, in seconds. */
function lineAt(columns?: number) {
  const clock = { now: 0 };
  const written: string[] = [];
  const line = createDownloadLine(
    (text) => written.push(text),
    columns === undefined ? undefined : () => columns,
    () => 1000 * clock.now,
  );
  const at = (seconds: number, megs: number, name = 'a.gz') => {
    clock.now = seconds;
    line.update(name, 1e6 * megs, 48e6);
  };
  return { line, at, written };
}

it('shows size, share, speed and time left in place on a terminal, ten times a second at most', () => {
  const { at, written } = lineAt(80);
  at(0, 0);
  for (let i = 1; i <= 100; i++) at(i / 50, (3 * i) / 50);
  expect(written.length).toBeGreaterThanOrEqual(15);
  expect(written.length).toBeLessThanOrEqual(20);
  expect(written.at(-1)).toBe('\r\x1b[2K  a.gz  6.0 of 48.0 MB · 12 % · 3.0 MB/s · about 14 s left');
});

it('is not wider than the terminal', () => {
  const { at, written } = lineAt(20);
  at(1, 4);
  expect(written).toEqual([`\r\x1b[2K  a.gz  4.0 of 48.0`]);
});

it('is a line now and then where there is no terminal', () => {
  const { at, line, written } = lineAt();
  for (let i = 0; i <= 25; i++) at(i, i);
  line.print('done');
  line.clear();
  expect(written.filter((text) => text !== '')).toEqual([
    '  a.gz  10.0 of 48.0 MB · 20 % · 1.0 MB/s · about 38 s left\n',
    '  a.gz  20.0 of 48.0 MB · 41 % · 1.0 MB/s · about 28 s left\n',
    'done\n',
  ]);
});

it('takes the speed from the last seconds, and not from what was there before', () => {
  const { at, written } = lineAt(80);
  at(0, 20);
  at(10, 21);
  at(11, 23);
  at(16, 33);
  expect(written.at(-1)).toContain('· 2.0 MB/s · about 8 s left');
  at(17, 1);
  expect(written.at(-1)).toMatch(/1\.0 of 48\.0 MB · 2 %$/);
  at(18, 3, 'b.gz');
  expect(written.at(-1)).toMatch(/b\.gz {2}3\.0 of 48\.0 MB · 6 %$/);
});

it('a small size is told to a hundredth or a thousandth', () => {
  expect([4542, 28881, 1648877, 170052171].map(megabytes)).toEqual(['0.005', '0.03', '1.6', '170.1']);
});
