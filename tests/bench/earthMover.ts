import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { earthMover } from '../../src/distances/earthMover';
import { stream } from '../../src/rng/stream';
import type { Bench } from './bench';

type Ask = (request: object) => Promise<Record<string, unknown>>;

/**
 * Exact W1 between normal clouds beside POT (`ot.dist` and `ot.emd2`) on the same numbers, both from points to distance;
 * ours gives the plan and the potentials as well. POT runs in a Python of its own, which answers over a pipe: that costs
 * it less than a tenth of a millisecond. Without a `python3` (or what PYTHON names) that has POT there is no bench.
 */
export async function benches(): Promise<Bench[]> {
  const ask = await startPeer();
  if (!ask) return [];
  const sizes = [
    [500, 500, 2],
    [500, 400, 2],
    [1000, 1000, 2],
    [1000, 1000, 10],
    [2000, 2000, 2],
    [2000, 2000, 10],
  ];
  const rows: Bench[] = [];
  for (const [n, m, dim] of sizes)
    for (const weighted of [false, true]) {
      const problem = randomProblem(n, m, dim, weighted);
      const solve = () => earthMover(problem.x, problem.y, problem);
      await ask({ add: { ...problem } });
      const index = rows.length;
      const { distance } = await ask({ solve: index });
      const difference = Math.abs(Number(distance) - solve().distance);
      if (!(difference < 1e-9))
        throw new Error(`POT and earthMover must agree, they differ by ${difference}`);
      rows.push({
        name: `W1 of ${n} and ${m} points in dimension ${dim}, ${weighted ? 'random' : 'equal'} weights`,
        ours: { name: 'earthMover', run: () => void solve() },
        peer: { name: 'POT', run: async () => void (await ask({ solve: index })) },
        goal: 1,
        repeats: 7,
      });
    }
  return rows;
}

function randomProblem(n: number, m: number, dim: number, weighted: boolean) {
  const draw = stream(0, `bench/${n}/${m}/${dim}`);
  const masses = (k: number) => {
    const raw = Array.from({ length: k }, () => (weighted ? Math.abs(draw.normal()) : 1));
    const total = raw.reduce((sum, mass) => sum + mass, 0);
    return raw.map((mass) => mass / total);
  };
  const [x, y] = [n, m].map((k) => Array.from({ length: k * dim }, draw.normal));
  return { x, y, dim, weightsX: masses(n), weightsY: masses(m) };
}

async function startPeer(): Promise<Ask | undefined> {
  const python = process.env.PYTHON ?? 'python3';
  const child = spawn(python, [join(__dirname, 'earthMoverPeer.py')]);
  const answers = createInterface({ input: child.stdout });
  let complaint = '';
  child.stderr.on('data', (text) => {
    complaint += text;
  });
  const ended = new Promise<undefined>((resolve) => {
    child.on('error', (error) => {
      complaint += error.message;
      resolve(undefined);
    });
    child.on('close', () => resolve(undefined));
  });
  child.stdin.on('error', () => {}); // it has ended, and says so itself
  const answer = () => Promise.race([new Promise<string>((resolve) => answers.once('line', resolve)), ended]);
  const hello = await answer();
  if (hello === undefined) {
    console.log(`POT is missing (${complaint.trim().split('\n').pop()}): earthMover is not compared`);
    return undefined;
  }
  console.log(`POT ${JSON.parse(hello).version}`);
  return async (request) => {
    hold(child, true);
    child.stdin.write(`${JSON.stringify(request)}\n`);
    const line = await answer();
    if (line === undefined) throw new Error(`POT ended: ${complaint}`);
    hold(child, false);
    return JSON.parse(line);
  };
}

/** Lets the program wait for the child only while an answer is due; the child ends with its input. */
function hold(child: ChildProcessWithoutNullStreams, wait: boolean): void {
  for (const part of [child, child.stdin, child.stdout, child.stderr] as { ref?(): void; unref?(): void }[])
    if (wait) part.ref?.();
    else part.unref?.();
}
