import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { gaussian } from '../../src/distributions/gaussian';
import { ringOfGaussians } from '../../src/distributions/ringOfGaussians';
import * as activations from '../../src/models/activations';
import { dcganCritic } from '../../src/models/dcganCritic';
import { dcganGenerator } from '../../src/models/dcganGenerator';
import { gated } from '../../src/models/gated';
import { lecunNormal } from '../../src/models/initialisers';
import { type MlpOptions, mlp } from '../../src/models/mlp';
import { batchNorm, layerNorm } from '../../src/models/normalisation';
import { softmaxRows } from '../../src/models/softmaxRows';
import { ganMinimax, ganNonSaturating } from '../../src/objectives/gan';
import { hinge } from '../../src/objectives/hinge';
import { leastSquares } from '../../src/objectives/leastSquares';
import * as lipschitzGan from '../../src/objectives/lipschitzGan';
import { wasserstein } from '../../src/objectives/wasserstein';
import { gradientPenalty } from '../../src/penalties/gradientPenalty';
import { maxAugmentedLagrangian } from '../../src/penalties/maxAugmentedLagrangian';
import { maxGradientPenalty } from '../../src/penalties/maxGradientPenalty';
import { oneSidedGradientPenalty } from '../../src/penalties/oneSidedGradientPenalty';
import { secondMomentPenalty } from '../../src/penalties/secondMomentPenalty';
import { weightClip } from '../../src/penalties/weightClip';
import { traceReport, traceSettings } from '../../src/trace/traced';
import { adam } from '../../src/training/adam';
import { type MixtureGameOptions, mixtureGame } from '../../src/training/mixtureGame';
import { type PlayGameOptions, playGame } from '../../src/training/playGame';
import { rmsProp } from '../../src/training/rmsProp';
import { linearDecay } from '../../src/training/schedule';
import { sgd } from '../../src/training/sgd';
import { trainCritic } from '../../src/training/trainCritic';
import { portable, select } from '../support/backends';

const both = <T>(optimiser: T) => ({ critic: optimiser, generator: optimiser });
const widths = { critic: [2, 8, 8, 1], generator: [2, 8, 2] };
const critic = (options: Partial<MlpOptions> = {}) => mlp({ layers: widths.critic, ...options });
const generator = (options: Partial<MlpOptions> = {}) => mlp({ layers: widths.generator, ...options });

const game: PlayGameOptions = {
  real: ringOfGaussians(),
  latent: gaussian({ mean: [0, 0] }),
  generator: generator(),
  critic: critic(),
  objective: wasserstein,
  optimisers: both(adam({ learningRate: 1e-3, beta1: 0.5, beta2: 0.9 })),
  penalty: gradientPenalty(),
  criticSteps: 2,
  batch: 12,
  steps: 0,
  seed: 0,
};

/** Images of 7 x 7 pixels of 2 channels. */
const images: Partial<PlayGameOptions> = {
  real: gaussian({ mean: new Array(98).fill(0.1) }),
  latent: gaussian({ mean: [0, 0, 0, 0] }),
  critic: dcganCritic({
    size: 7,
    channels: 2,
    filters: [2, 3],
    normalisation: layerNorm(),
    initialiser: lecunNormal,
  }),
  generator: dcganGenerator({ noise: 4, size: 7, channels: 2, filters: [2, 3], initialiser: lecunNormal }),
};

const { leakyRelu, linear: _, exp: __, ...plain } = activations; // without what does nothing, and what blows up

const games: [what: string, change: Partial<PlayGameOptions>][] = [
  ...Object.entries({ ...plain, leakyRelu: leakyRelu(), gated }).map(
    ([name, activation]): [string, Partial<PlayGameOptions>] => [
      `activation ${name}`,
      { critic: critic({ activation }), generator: generator({ activation }) },
    ],
  ),
  [
    'layer norm and batch norm',
    { critic: critic({ normalisation: layerNorm() }), generator: generator({ normalisation: batchNorm() }) },
  ],
  ['generator of strings', { generator: generator({ outputActivation: softmaxRows(2) }) }],
  ['images', images],
  [
    'images, batch norm, clip',
    {
      ...images,
      critic: dcganCritic({ size: 7, channels: 2, filters: [2, 3], normalisation: batchNorm() }),
      penalty: undefined,
      constraint: weightClip(0.05),
    },
  ],
  ...Object.entries({
    wasserstein,
    ganMinimax,
    ganNonSaturating,
    hinge,
    leastSquares: leastSquares(),
    lganLinear: lipschitzGan.lganLinear,
    lganExp: lipschitzGan.lganExp,
    lganLogSigmoid: lipschitzGan.lganLogSigmoid,
    lganSqrt: lipschitzGan.lganSqrt,
    lganSquare: lipschitzGan.lganSquare(),
    lganHinge: lipschitzGan.lganHinge(),
  }).map(([name, objective]): [string, Partial<PlayGameOptions>] => [
    `objective ${name}`,
    { objective, penalty: maxGradientPenalty({ lambda: 0.1 }) },
  ]),
  ['no penalty', { penalty: undefined, objective: ganNonSaturating }],
  ['one-sided penalty', { penalty: oneSidedGradientPenalty() }],
  ['second moment penalty', { penalty: secondMomentPenalty() }],
  [
    'max gradient penalty with a buffer',
    { penalty: maxGradientPenalty({ lambda: 0.1, target: 1, buffer: 1 / 4 }) },
  ],
  [
    'max augmented Lagrangian with a buffer',
    { penalty: maxAugmentedLagrangian({ lambda: 1, buffer: 1 / 4 }) },
  ],
  [
    'weight clip, RMSProp',
    { penalty: undefined, constraint: weightClip(0.05), optimisers: both(rmsProp({ learningRate: 1e-3 })) },
  ],
  ['SGD', { optimisers: both(sgd({ learningRate: 1e-2 })) }],
  ...[adam, rmsProp, sgd].map((make): [string, Partial<PlayGameOptions>] => [
    `${make.name} with a falling rate`,
    { optimisers: both(make({ learningRate: 1e-3, schedule: linearDecay({ from: 5, until: 30 }) })) },
  ]),
  ['critic steps that change', { criticSteps: (step) => 1 + (step % 3) }],
  ['cosines', { withCosine: true }],
];

/** All that a game gives, to the last bit. */
async function outcome(options: PlayGameOptions) {
  const { history, parameters, resumedFrom, dispose } = await playGame({ recordEvery: 1, ...options });
  const weights = [parameters.critic, parameters.generator].flat().map((w) => bits(w));
  dispose();
  return { history, resumedFrom, weights };
}

function bits(tensor: tf.Tensor): number[] {
  const values = tensor.dataSync() as Float32Array;
  return [...new Int32Array(values.buffer, values.byteOffset, values.length)];
}

/** The same with traces and without; how the players' steps were made with them. */
async function withAndWithout<T>(run: () => Promise<T>): Promise<[T, T, string[]]> {
  traceSettings();
  const traced = await run();
  const states = traceReport().map(({ name, state, reason }) => `${name} ${state} ${reason ?? ''}`.trim());
  traceSettings({ trace: false });
  return [traced, await run(), states];
}

afterEach(() => {
  traceSettings();
});

describe.each(portable)(
  'traced games are those made as they are written, to the last bit, on %s',
  (backend) => {
    beforeAll(() => select(backend));
    const steps = backend === 'wasm' ? 50 : 10;

    test.each(games)('%s', async (_, change) => {
      const [traced, eager, states] = await withAndWithout(() => outcome({ ...game, steps, ...change }));
      expect(traced).toEqual(eager);
      expect(states).toContain('critic replayed');
      expect(states).toContain('generator replayed');
      expect(states.join()).not.toContain('eager');
    });

    test.each<[string, Partial<MixtureGameOptions>]>([
      ['under the gradient penalty', {}],
      ['with weights clipped', { penalty: undefined, constraint: weightClip(0.05) }],
    ])('a game of mixtures %s', async (_, change) => {
      const { evaluate: __, ...plainGame } = game;
      const mixtures = { ...plainGame, members: 3, batch: 6, steps: 10, recordEvery: 1, ...change };
      const [traced, eager, states] = await withAndWithout(async () => {
        const { history, parameters, weights, dispose } = await mixtureGame(mixtures);
        const all = [parameters.critic, parameters.generator].flat().map(bits);
        dispose();
        return { history, weights, all };
      });
      expect(traced).toEqual(eager);
      expect(states).toEqual(['generators replayed', 'critics replayed']);
    });

    test('a critic between two laws', async () => {
      const { real, objective, penalty, batch } = game;
      const rules = {
        real,
        objective,
        penalty,
        batch,
        model: critic(),
        optimiser: adam({ learningRate: 1e-3 }),
      };
      const [traced, eager] = await withAndWithout(async () => {
        const options = { ...rules, fake: gaussian({ mean: [1, 1] }), steps, recordEvery: 1, seed: 0 };
        const { history, parameters, dispose } = await trainCritic(options);
        const result = { history, weights: parameters.map(bits) };
        dispose();
        return result;
      });
      expect(traced).toEqual(eager);
    });

    test('a game that is resumed from a checkpoint', async () => {
      const interrupt = (done: number) => {
        if (done === 6) throw new Error('enough');
      };
      const [traced, eager] = await withAndWithout(async () => {
        const folder = mkdtempSync(join(tmpdir(), 'trace-'));
        const options = { ...game, steps: 12, checkpoint: { name: 'game', everySeconds: 0, folder } };
        await expect(outcome({ ...options, onProgress: interrupt })).rejects.toThrow('enough');
        const result = await outcome(options);
        rmSync(folder, { recursive: true });
        return result;
      });
      expect(traced.resumedFrom).toBe(6);
      expect(traced).toEqual(eager);
    });
  },
);

describe('on wasm', () => {
  beforeAll(() => select('wasm'));

  test('1,000 steps are the same to the last bit', async () => {
    const [traced, eager] = await withAndWithout(() => outcome({ ...game, steps: 1000 }));
    expect(traced).toEqual(eager);
  });

  test('10,000 steps leave memory as it was', async () => {
    const { wasm } = tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } };
    const seen: number[][] = [];
    const { real, latent: fake, objective, penalty } = game;
    const rules = {
      model: mlp({ layers: [2, 4, 1] }),
      objective,
      penalty,
      optimiser: game.optimisers.critic,
    };
    const trained = await trainCritic({
      ...{ ...rules, real, fake, batch: 4, seed: 0, steps: 10_000, recordEvery: 1000 },
      onProgress: (done) => {
        if (done % 1000 > 0) return; // it is told of other steps too, where it is slow
        const { numTensors, numBytes } = tf.memory();
        seen.push([numTensors, numBytes, tf.backend().numDataIds(), wasm.HEAPU8.length]);
      },
    });
    expect(seen.length).toBe(10);
    expect(new Set(seen.map(String)).size).toBe(1);
    expect(traceReport()[0].state).toBe('replayed');
    trained.dispose();
  });
});
