import { useBackend } from '../../src/backend/useBackend';
import { empirical } from '../../src/distributions/empirical';
import { gaussian } from '../../src/distributions/gaussian';
import { ringOfGaussians } from '../../src/distributions/ringOfGaussians';
import { mlp } from '../../src/models/mlp';
import { ganMinimax } from '../../src/objectives/gan';
import { lganExp } from '../../src/objectives/lipschitzGan';
import { wasserstein } from '../../src/objectives/wasserstein';
import { gradientPenalty } from '../../src/penalties/gradientPenalty';
import { maxGradientPenalty } from '../../src/penalties/maxGradientPenalty';
import { weightClip } from '../../src/penalties/weightClip';
import { stream } from '../../src/rng/stream';
import { adam } from '../../src/training/adam';
import { rmsProp } from '../../src/training/rmsProp';
import { linearDecay } from '../../src/training/schedule';
import { type TrainCriticOptions, trainCritic } from '../../src/training/trainCritic';
import type { Bench } from './bench';
import { type Ask, startPeer } from './peer';

type Ours = Omit<TrainCriticOptions, 'batch' | 'seed' | 'steps' | 'model'>;

interface Row {
  name: string;
  widths: number[];
  steps: number;
  ours: Ours;
  theirs: object;
}

const batch = 64;
const none = {
  optimiser: 'adam',
  betas: [0.9, 0.999],
  decay_from: null,
  clip: null,
  penalty: null,
  weight: 0,
};
const cloud = (centre: number, purpose: string) =>
  Array.from({ length: 150 }, () => [centre, 0].map((mean) => mean + 0.2 * draw.split(purpose).normal()));
const draw = stream(0, 'bench');
const clouds = { real: cloud(-1, 'real'), fake: cloud(1, 'fake') };

/** A critic of each of three notebooks with its `quick` preset, all updates of it, batches and all. */
const rows: Row[] = [
  {
    name: 'a discriminator of notebook 02',
    ...{ widths: [1, 128, 128, 1], steps: 1200 },
    ours: {
      ...{ real: gaussian({ mean: -2 }), fake: gaussian({ mean: 2 }), objective: ganMinimax },
      optimiser: adam({ learningRate: 1e-3 }),
    },
    theirs: {
      objective: 'minimax',
      rate: 1e-3,
      laws: [
        ['gaussian', [-2]],
        ['gaussian', [2]],
      ],
    },
  },
  {
    name: 'a critic of notebook 02, weights clipped',
    ...{ widths: [1, 128, 128, 1], steps: 1200 },
    ours: {
      ...{ real: gaussian({ mean: -2 }), fake: gaussian({ mean: 2 }), objective: wasserstein },
      ...{ optimiser: rmsProp({ learningRate: 5e-4 }), constraint: weightClip(0.1) },
    },
    theirs: {
      ...{ objective: 'Wasserstein', optimiser: 'rmsprop', rate: 5e-4, clip: 0.1 },
      laws: [
        ['gaussian', [-2]],
        ['gaussian', [2]],
      ],
    },
  },
  {
    name: 'a critic of notebook 05, gradient penalty',
    ...{ widths: [2, 32, 32, 32, 1], steps: 2500 },
    ours: {
      ...{ real: ringOfGaussians(), fake: gaussian({ mean: [0, 0] }), objective: wasserstein },
      ...{ optimiser: adam({ learningRate: 2e-3, beta1: 0.5, beta2: 0.9 }), penalty: gradientPenalty() },
    },
    theirs: {
      ...{ objective: 'Wasserstein', rate: 2e-3, betas: [0.5, 0.9], penalty: 'gradient', weight: 10 },
      laws: [
        ['ring', 0.02],
        ['gaussian', [0, 0]],
      ],
    },
  },
  {
    name: 'a critic of notebook 13, max gradient penalty with a buffer',
    ...{ widths: [2, 32, 32, 32, 1], steps: 1000 },
    ours: {
      ...{
        real: empirical(clouds.real.flat(), 2),
        fake: empirical(clouds.fake.flat(), 2),
        objective: lganExp,
      },
      penalty: maxGradientPenalty({ lambda: 0.1, buffer: 1 / 8 }),
      optimiser: adam({
        ...{ learningRate: 7e-3, beta1: 0, beta2: 0.9 },
        schedule: linearDecay({ from: 600, until: 1000 }),
      }),
    },
    theirs: {
      ...{ objective: 'exp', rate: 7e-3, betas: [0, 0.9], decay_from: 600, penalty: 'max', weight: 0.1 },
      laws: [
        ['empirical', clouds.real],
        ['empirical', clouds.fake],
      ],
    },
  },
];

/** Whole trainings beside PyTorch on one thread, each of which draws its own batches; see `startPeer`. */
export async function benches(): Promise<Bench[]> {
  const ask = await startPeer('figureTrainingPeer.py', 'PyTorch');
  if (!ask) return [];
  await useBackend('wasm');
  const all: Bench[] = [];
  for (const row of rows) all.push(await bench(ask, row));
  return all;
}

async function bench(ask: Ask, { name, widths, steps, ours, theirs }: Row): Promise<Bench> {
  const model = mlp({ layers: widths });
  const train = async () => {
    const { history, dispose } = await trainCritic({
      ...ours,
      model,
      batch,
      steps,
      seed: 0,
      recordEvery: 200,
    });
    dispose();
    return history.loss.at(-1)!;
  };
  const peer = async () => Number((await ask({ ...none, ...theirs, widths, batch, steps })).loss);
  const [loss, other] = [await train(), await peer()];
  if (!(Math.abs(loss - other) < 0.3 * (1 + Math.abs(loss))))
    throw new Error(`${name}: PyTorch and we must end alike, our losses are ${loss} and ${other}`);
  return {
    name: `${name}, ${steps} updates`,
    ours: { name: 'ours on wasm', run: async () => void (await train()) },
    peers: [{ name: 'PyTorch, 1 thread', run: async () => void (await peer()) }],
    goal: 1 / 1.5,
    repeats: 3,
  };
}
