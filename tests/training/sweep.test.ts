import { spawn } from 'node:child_process';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stream } from '../../src/rng/stream';
import { sweep } from '../../src/training/sweep';
import { temporaryFolder } from '../runner/temporary';

const folder = temporaryFolder();
const store = (settings: unknown = { steps: 3 }) => ({ name: 'sweep', settings, folder: folder() });
const cases = [{ n: 1 }, { n: 2 }, { n: 3 }];
const root = (one: { n: number }) => Math.sqrt(one.n);

it('gives one result a case in their order, and tells of each', async () => {
  const told: number[] = [];
  const onProgress = (done: number, total: number, last: { n: number }) => {
    told.push(done, total, last.n);
  };
  expect(await sweep(cases, root, { onProgress })).toEqual([1, Math.SQRT2, Math.sqrt(3)]);
  expect(told).toEqual([1, 3, 1, 2, 3, 2, 3, 3, 3]);
});

it('without a store nothing is kept; with one a second sweep computes nothing', async () => {
  await sweep(cases, root);
  expect(readdirSync(folder())).toEqual([]);
  const first = await sweep(cases, root, { store: store() });
  const second = await sweep(
    cases,
    () => {
      throw new Error('computed again');
    },
    { store: store() },
  );
  expect(second).toEqual(first);
});

it('other settings beside the case are computed anew', async () => {
  await sweep(cases, root, { store: store() });
  expect(await sweep(cases, ({ n }) => n, { store: store({ steps: 4 }) })).toEqual([1, 2, 3]);
});

it('a sweep that fails keeps what it had and goes on from there', async () => {
  const run: number[] = [];
  const failing = ({ n }: { n: number }) => {
    run.push(n);
    if (n === 3 && run.length === 3) throw new Error('power cut');
    return n;
  };
  await expect(sweep(cases, failing, { store: store() })).rejects.toThrow('power cut');
  expect(await sweep(cases, failing, { store: store() })).toEqual([1, 2, 3]);
  expect(run).toEqual([1, 2, 3, 3]);
});

/** A sweep of sums of random numbers in a process of its own, which kills itself in the midst of case `killIn`. */
function sweepInProcess(killIn: number): Promise<string> {
  const code = `
    const { sweep } = require(${JSON.stringify(join(__dirname, '../../src/training/sweep.ts'))});
    const { stream } = require(${JSON.stringify(join(__dirname, '../../src/rng/stream.ts'))});
    const run = ({ n }) => {
      console.log('run ' + n);
      if (n === ${killIn}) process.kill(process.pid, 'SIGKILL');
      return { normal: stream(0, 'case').split(n).normal() };
    };
    const store = { name: 'killed', settings: {}, folder: ${JSON.stringify(folder())} };
    sweep([0, 1, 2, 3].map((n) => ({ n })), run, { store }).then((all) => console.log(JSON.stringify(all)));
  `;
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', code], {
    cwd: join(__dirname, '../..'),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let told = '';
  child.stdout.on('data', (text) => {
    told += text;
  });
  return new Promise((resolve) => child.on('close', () => resolve(told.trim())));
}

it('a process that is killed goes on where it was, with the results of one that was not', async () => {
  expect(await sweepInProcess(2)).toBe('run 0\nrun 1\nrun 2');
  expect(readdirSync(folder())).toHaveLength(2);
  const leftover = join(folder(), `${readdirSync(folder())[0]}.999.tmp`); // of a kill in the midst of writing
  writeFileSync(leftover, '{"format":1,"res');
  const [first, second, results] = (await sweepInProcess(-1)).split('\n');
  expect([first, second]).toEqual(['run 2', 'run 3']);
  const whole = await sweep([0, 1, 2, 3], (n) => ({ normal: stream(0, 'case').split(n).normal() }));
  expect(JSON.parse(results)).toEqual(whole);
}, 30_000);
