import { readdirSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import type { Bench, BenchFile } from './bench';

// Prints, for every bench of this folder (or those that an argument names), our time beside the peers' and the
// ratio to the fastest; the last line says which goals are missed. They take turns, since machines are noisy.

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

const pause = 100; // ms before each run: idle threads of the one before wait busily for a while

async function time(run: () => void | Promise<void>): Promise<number> {
  await setTimeout(pause);
  const start = performance.now();
  await run();
  return performance.now() - start;
}

const slow = 2000; // ms; a peer that takes longer, and five times longer than we do, is timed once

/** Median times, ours first. They take turns. */
async function measure({ ours, peers, repeats }: Bench): Promise<number[]> {
  const contenders = [ours, ...peers];
  const first: number[] = [];
  for (const { run } of contenders) first.push(await time(run));
  const isOut = first.map((duration) => duration > slow && duration > 5 * first[0]);
  const times = contenders.map((_, k) => (isOut[k] ? [first[k]] : []));
  for (let i = 0; i < repeats; i++)
    for (const [k, { run }] of contenders.entries()) if (!isOut[k]) times[k].push(await time(run));
  return times.map(median);
}

async function main(wanted: string[]): Promise<number> {
  const files = readdirSync(__dirname)
    .filter((file) => file.endsWith('.ts') && !['run.ts', 'bench.ts', 'peer.ts'].includes(file))
    .map((file) => file.slice(0, -3));
  const unknown = wanted.filter((name) => !files.includes(name));
  if (unknown.length > 0) {
    console.error(`no bench ${unknown.join(', ')}; there are: ${files.join(', ')}`);
    return 2;
  }
  const missed: string[] = [];
  for (const file of wanted.length > 0 ? wanted : files) {
    const benches = await (require(`./${file}`).benches as BenchFile)();
    for (const bench of benches) {
      const [ours, ...peers] = await measure(bench);
      const ratio = Math.min(...peers) / ours;
      if (ratio < bench.goal) missed.push(`${bench.name}: ${ratio.toFixed(2)} of ${bench.goal}`);
      console.log(bench.name);
      for (const [k, { name }] of [bench.ours, ...bench.peers].entries())
        console.log(`  ${name.padEnd(40)} ${[ours, ...peers][k].toFixed(1).padStart(9)} ms`);
      console.log(
        `  ${'ratio (goal)'.padEnd(40)} ${ratio.toFixed(2).padStart(9)}    (${bench.goal.toFixed(2)})`,
      );
    }
  }
  console.log(missed.length > 0 ? `goals missed: ${missed.join('; ')}` : 'all goals met');
  return missed.length > 0 ? 1 : 0;
}

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
