import { readdirSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import type { Bench, BenchFile } from './bench';

// Prints, for every bench of this folder (or those that an argument names), our time beside the peer's and their
// ratio; the last line says which goals are missed. The two take turns, since machines are noisy.

const median = (values: number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

async function time(run: () => void | Promise<void>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

async function measure({ ours, peer, repeats }: Bench): Promise<{ ours: number; peer: number }> {
  const times = { ours: [] as number[], peer: [] as number[] };
  await ours.run();
  await peer.run();
  for (let i = 0; i < repeats; i++) {
    times.ours.push(await time(ours.run));
    times.peer.push(await time(peer.run));
  }
  return { ours: median(times.ours), peer: median(times.peer) };
}

async function main(wanted: string[]): Promise<number> {
  const files = readdirSync(__dirname)
    .filter((file) => file.endsWith('.ts') && !['run.ts', 'bench.ts'].includes(file))
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
      const { ours, peer } = await measure(bench);
      const ratio = peer / ours;
      if (ratio < bench.goal) missed.push(`${bench.name}: ${ratio.toFixed(1)} of ${bench.goal}`);
      console.log(bench.name);
      console.log(`  ${bench.ours.name.padEnd(40)} ${ours.toFixed(1).padStart(9)} ms`);
      console.log(`  ${bench.peer.name.padEnd(40)} ${peer.toFixed(1).padStart(9)} ms`);
      console.log(`  ${'ratio (goal)'.padEnd(40)} ${ratio.toFixed(1).padStart(9)}    (${bench.goal})`);
    }
  }
  console.log(missed.length > 0 ? `goals missed: ${missed.join('; ')}` : 'all goals met');
  return missed.length > 0 ? 1 : 0;
}

main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
