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

/** Width of the critic 2-H-H-H-1, steps in a run, and our least speed: PyTorch's time over ours, on wasm and with a BLAS. */
const rows = [
  { H: 64, steps: 20, goals: { wasm: 1 / 1.5, BLAS: 1 } },
  { H: 128, steps: 10, goals: { wasm: 1 / 1.5, BLAS: 1 } },
  { H: 512, steps: 2, goals: { wasm: 1 / 4, BLAS: 1 } },
];

/**
 * The critic step of WGAN-GP with Adam, batch 256, beside PyTorch on one thread and on two, from the same weights on the same
 * points. PyTorch runs in a Python of its own, see `startPeer`.
 */
export async function benches(): Promise<Bench[]> {
  const ask = await startPeer('trainingStepPeer.py', 'PyTorch');
  if (!ask) return [];
  await useBackend('wasm');
  const ours = tf.getKernel('BatchMatMul', 'wasm');
  const engines = [{ name: 'wasm' as const, kernel: ours }, ...blasKernel(ours)];
  const all: Bench[] = [];
  for (const { name, kernel } of engines)
    for (const { H, steps, goals } of rows)
      all.push(await bench(ask, all.length, { H, steps, kernel, name, goal: goals[name] }));
  return all;
}

/** The kernel that hands matrix products to the system's BLAS, where there is one. */
function blasKernel(ours: tf.KernelConfig): { name: 'BLAS'; kernel: tf.KernelConfig }[] {
  try {
    const blas = findBlas();
    console.log(blas.library);
    const kernel = fastBatchMatMul(stockKernel('BatchMatMul').kernelFunc as unknown as WasmKernel, blas);
    return [{ name: 'BLAS', kernel: { ...ours, kernelFunc: kernel as unknown as tf.KernelFunc } }];
  } catch (error) {
    console.log(`no BLAS: ${(error as Error).message}`);
    return [];
  }
}

interface Row {
  H: number;
  steps: number;
  kernel: tf.KernelConfig;
  name: string;
  goal: number;
}

async function bench(ask: Ask, index: number, { H, steps, kernel, name, goal }: Row): Promise<Bench> {
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
    let loss = Number.NaN;
    for (let step = 0; step < steps; step++) {
      const { player, terms } = criticUpdate(rules, players.critic, { real, fake, points: between });
      replacePlayer(players, 'critic', player);
      loss = terms.loss.dataSync()[0];
      tf.dispose([terms.loss, terms.penalty]);
    }
    return loss;
  };
  const peer = async (threads: number) => (await ask({ step: index, threads, count: steps })).loss;
  const difference = Math.abs(run() - Number(await peer(1)));
  if (!(difference < 1e-4)) throw new Error(`PyTorch and we must agree, our losses differ by ${difference}`);
  return {
    name: `${steps} critic steps of WGAN-GP with Adam, 2-${H}-${H}-${H}-1, batch 256, ${name}`,
    ours: { name: 'traced', run: () => void run() },
    peers: [
      { name: 'as it is written', run: () => void untraced(run) },
      ...[1, 2].map((threads) => ({
        name: `PyTorch, ${threads} ${threads === 1 ? 'thread' : 'threads'}`,
        run: async () => void (await peer(threads)),
      })),
    ],
    goal,
    repeats: 15,
  };
}
