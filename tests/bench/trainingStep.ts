import * as tf from '@tensorflow/tfjs';
import { findBlas } from '../../src/backend/blas/blas';
import { useBackend } from '../../src/backend/useBackend';
import { fastBatchMatMul } from '../../src/backend/wasmBatchMatMul';
import type { WasmKernel } from '../../src/backend/wasmKernels';
import { mlp } from '../../src/models/mlp';
import { wasserstein } from '../../src/objectives/wasserstein';
import { gradientPenalty } from '../../src/penalties/gradientPenalty';
import { stream } from '../../src/rng/stream';
import { untraced } from '../../src/trace/traced';
import { adam } from '../../src/training/adam';
import { criticUpdate } from '../../src/training/criticUpdate';
import { newPlayer, type Players, replacePlayer } from '../../src/training/player';
import { stockKernel, useKernel } from '../support/stockKernels';
import type { Bench } from './bench';
import { type Ask, startPeer } from './peer';

/** Width of the critic 2-H-H-H-1, steps in a run, and our least speed without a BLAS: PyTorch's time over ours. */
const rows = [
  { H: 64, steps: 20, goal: 1 / 1.5 },
  { H: 128, steps: 10, goal: 1 / 1.5 },
  { H: 512, steps: 2, goal: 1 / 4 },
];

/** Threads of PyTorch, and of its BLAS, which has its own. */
const threads = [
  [1, 1],
  [1, 2],
  [2, 2],
];

/**
 * The critic step of WGAN-GP with Adam, batch 256, beside PyTorch on one thread and on two, from the same weights on the same
 * points: on WebAssembly, which has one thread, and with a system BLAS on one thread and on two. PyTorch runs in a Python of
 * its own, see `startPeer`.
 */
export async function benches(): Promise<Bench[]> {
  const ask = await startPeer('trainingStepPeer.py', 'PyTorch');
  if (!ask) return [];
  await useBackend('wasm');
  const engines = [
    { name: 'wasm', kernel: tf.getKernel('BatchMatMul', 'wasm'), beside: threads, least: 0 },
    ...blasEngines(),
  ];
  const all: Bench[] = [];
  for (const { least, ...engine } of engines)
    for (const { goal, ...row } of rows)
      all.push(await bench(ask, all.length, { ...row, ...engine, goal: Math.max(goal, least) }));
  return all;
}

interface Engine {
  name: string;
  kernel: tf.KernelConfig;
  prepare?: () => void;
  /** PyTorch on how many threads it is compared with. */
  beside: number[][];
}

/** Matrix products by the system's BLAS, where there is one; PyTorch is to be no faster then. */
function blasEngines(): (Engine & { least: number })[] {
  try {
    const blas = findBlas();
    console.log(blas.library);
    const stock = stockKernel('BatchMatMul');
    const multiply = fastBatchMatMul(stock.kernelFunc as unknown as WasmKernel, blas);
    const kernel = { ...stock, kernelFunc: multiply as unknown as tf.KernelFunc };
    return [1, 2].map((count) => ({
      name: `BLAS on ${count} ${count === 1 ? 'thread' : 'threads'}`,
      ...{ kernel, prepare: () => blas.useThreads(count), least: 1 },
      beside: threads.filter(([, ofBlas]) => ofBlas <= count),
    }));
  } catch (error) {
    console.log(`no BLAS: ${(error as Error).message}`);
    return [];
  }
}

interface Row extends Engine {
  H: number;
  steps: number;
  goal: number;
}

async function bench(
  ask: Ask,
  index: number,
  { H, steps, kernel, prepare, beside, name, goal }: Row,
): Promise<Bench> {
  const widths = [2, H, H, H, 1];
  const model = mlp({ layers: widths });
  const optimiser = adam({ learningRate: 1e-4, beta1: 0.5, beta2: 0.9 });
  const rules = { model, optimiser, objective: wasserstein, penalty: gradientPenalty() };
  const draw = stream(0, `bench/${H}`);
  const points = () => Float32Array.from({ length: 512 }, draw.normal);
  const data = { real: points(), fake: points(), points: points() };
  const [real, fake, between] = Object.values(data).map((x) => tf.tensor2d(x, [256, 2]));
  const players: Players = { critic: newPlayer(model, optimiser, draw) };
  const weights = players.critic.parameters.map((w) => [...w.dataSync()]);
  const plain = Object.fromEntries(Object.entries(data).map(([key, x]) => [key, [...x]]));
  await ask({ add: { widths, weights, ...plain } });
  const run = () => {
    if (tf.getKernel('BatchMatMul', 'wasm').kernelFunc !== kernel.kernelFunc) useKernel(kernel);
    prepare?.();
    let loss = Number.NaN;
    for (let step = 0; step < steps; step++) {
      const { player, terms } = criticUpdate(rules, players.critic, { real, fake, points: between });
      replacePlayer(players, 'critic', player);
      loss = terms.loss.dataSync()[0];
      tf.dispose([terms.loss, terms.penalty]);
    }
    return loss;
  };
  const peer = async ([own, blasThreads]: number[]) =>
    (await ask({ step: index, threads: own, blasThreads, count: steps })).loss;
  const difference = Math.abs(run() - Number(await peer([1, 1])));
  if (!(difference < 1e-4)) throw new Error(`PyTorch and we must agree, our losses differ by ${difference}`);
  return {
    name: `${steps} critic steps of WGAN-GP with Adam, 2-${H}-${H}-${H}-1, batch 256, ${name}`,
    ours: { name: 'traced', run: () => void run() },
    peers: [
      { name: 'as it is written', run: () => void untraced(run) },
      ...beside.map((counts) => ({
        name: `PyTorch, threads ${counts[0]}, of its BLAS ${counts[1]}`,
        run: async () => void (await peer(counts)),
      })),
    ],
    goal,
    repeats: 15,
  };
}
