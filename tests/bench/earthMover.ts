import { earthMover } from '../../src/distances/earthMover';
import { earthMover1d } from '../../src/distances/earthMover1d';
import { stream } from '../../src/rng/stream';
import type { Bench } from './bench';
import { type Ask, startPeer } from './peer';

type Problem = ReturnType<typeof randomProblem>;

/**
 * Exact W1 between normal clouds beside POT (`ot.emd2` and `ot.emd` after `ot.dist`) and SciPy (`linear_sum_assignment`
 * after `cdist` where it applies, `wasserstein_distance` on the line) on the same numbers, from points to distance; ours gives the
 * plan and the potentials as well. The peers run in a Python of their own, which answers over a pipe: that costs
 * them less than a tenth of a millisecond. Without a `python3` (or what PYTHON names) that has both there is no bench.
 */
export async function benches(): Promise<Bench[]> {
  const ask = await startPeer('earthMoverPeer.py', 'POT or SciPy');
  if (!ask) return [];
  const rows: Bench[] = [];
  for (const dim of [2, 10])
    for (const n of [200, 1000, 2000])
      for (const weighted of [false, true]) {
        const problem = randomProblem(n, n, dim, weighted);
        const assignment = weighted ? [] : ['linear_sum_assignment'];
        const ours = { name: 'earthMover', solve: () => earthMover(problem.x, problem.y, problem).distance };
        rows.push(await bench(ask, rows.length, problem, ours, ['emd2', 'emd', ...assignment]));
      }
  for (const weighted of [false, true]) {
    const problem = randomProblem(1e6, 1e6, 1, weighted);
    const ours = {
      name: 'earthMover1d',
      solve: () =>
        weighted ? earthMover1d(problem.x, problem.y, problem) : earthMover1d(problem.x, problem.y),
    };
    rows.push(await bench(ask, rows.length, problem, ours, ['wasserstein_distance']));
  }
  return rows;
}

async function bench(
  ask: Ask,
  index: number,
  problem: Problem,
  ours: { name: string; solve: () => number },
  peers: string[],
): Promise<Bench> {
  const { n, m, dim, weighted } = problem;
  await ask({ add: { ...problem, ...spelledOut(problem) } });
  for (const by of peers) {
    const difference = Math.abs(Number((await ask({ solve: index, by })).distance) - ours.solve());
    if (!(difference < 1e-9))
      throw new Error(`${by} and ${ours.name} must agree, they differ by ${difference}`);
  }
  return {
    name: `W1 of ${n} and ${m} points in dimension ${dim}, ${weighted ? 'random' : 'equal'} weights`,
    ours: { name: ours.name, run: () => void ours.solve() },
    peers: peers.map((by) => ({ name: by, run: async () => void (await ask({ solve: index, by })) })),
    goal: 1,
    repeats: 7,
  };
}

function randomProblem(n: number, m: number, dim: number, weighted: boolean) {
  const draw = stream(0, `bench/${n}/${m}/${dim}`);
  const masses = (k: number) => {
    const raw = Float64Array.from({ length: k }, () => (weighted ? Math.abs(draw.normal()) : 1));
    const total = raw.reduce((sum, mass) => sum + mass, 0);
    return raw.map((mass) => mass / total);
  };
  const [x, y] = [n, m].map((k) => Float64Array.from({ length: k * dim }, draw.normal));
  return { n, m, dim, weighted, x, y, weightsX: masses(n), weightsY: masses(m) };
}

/** Typed arrays as JSON has them. */
function spelledOut({ x, y, weightsX, weightsY }: Problem) {
  return {
    x: Array.from(x),
    y: Array.from(y),
    weightsX: Array.from(weightsX),
    weightsY: Array.from(weightsY),
  };
}
