import { readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { gaussian } from '../../src/distributions/gaussian';
import { ringOfGaussians } from '../../src/distributions/ringOfGaussians';
import * as activations from '../../src/models/activations';
import { mlp } from '../../src/models/mlp';
import { wasserstein } from '../../src/objectives/wasserstein';
import { gradientPenalty } from '../../src/penalties/gradientPenalty';
import { maxAugmentedLagrangian } from '../../src/penalties/maxAugmentedLagrangian';
import { maxGradientPenalty } from '../../src/penalties/maxGradientPenalty';
import { stream } from '../../src/rng/stream';
import { adam } from '../../src/training/adam';
import { type PlayGameOptions, playGame } from '../../src/training/playGame';
import { linearDecay } from '../../src/training/schedule';
import { sgd } from '../../src/training/sgd';
import { type TrainCriticOptions, trainCritic } from '../../src/training/trainCritic';
import { temporaryFolder } from '../runner/temporary';
import { portable, select } from '../support/backends';

const folder = temporaryFolder();
const optimiser = adam({ learningRate: 1e-3, beta1: 0.5, beta2: 0.9 });
const game: PlayGameOptions = {
  real: ringOfGaussians(),
  latent: gaussian({ mean: [0, 0] }),
  generator: mlp({ layers: [2, 8, 2] }),
  critic: mlp({ layers: [2, 8, 1] }),
  objective: wasserstein,
  penalty: gradientPenalty(),
  optimisers: { critic: optimiser, generator: optimiser },
  criticSteps: (step) => (step === 0 ? 3 : 2),
  batch: 8,
  steps: 12,
  seed: 0,
  recordEvery: 2,
  withCosine: true,
  evaluate: { at: 3, measure: ({ generator }) => ({ points: generator.sample(4, stream(1, 'look')) }) },
};
const training: TrainCriticOptions = {
  real: ringOfGaussians(),
  fake: gaussian({ mean: [0, 0] }),
  model: mlp({ layers: [2, 8, 1] }),
  objective: wasserstein,
  penalty: gradientPenalty(),
  optimiser,
  batch: 8,
  steps: 12,
  seed: 0,
  recordEvery: 2,
};
/** With a buffer of points and a multiplier, large enough to matter from the second update on. */
const remembering = maxAugmentedLagrangian({ lambda: 1, eta: 0.5, buffer: 1 / 4 });
const decaying = (from: number) => adam({ learningRate: 2e-3, schedule: linearDecay({ from, until: 12 }) });
const checkpoint = () => ({ name: 'test', everySeconds: 0, folder: folder() });
const only = () => join(folder(), readdirSync(folder())[0]);

/** Runs a training to its end, and gives all its numbers. */
async function play(options: Partial<PlayGameOptions> = {}) {
  const { history, parameters, resumedFrom, step, stoppedBy, dispose } = await playGame({
    ...game,
    ...options,
  });
  const numbers = [...parameters.critic, ...parameters.generator].map((p) => [...p.dataSync()]);
  dispose();
  return { resumedFrom, numbers: { history, numbers, step, stoppedBy } };
}
async function train(options: Partial<TrainCriticOptions> = {}) {
  const trained = await trainCritic({ ...training, ...options });
  const { history, parameters, resumedFrom, steps, stoppedBy } = trained;
  const numbers = parameters.map((p) => [...p.dataSync()]);
  trained.dispose();
  return { resumedFrom, numbers: { history, numbers, steps, stoppedBy } };
}
const endAt = (last: number) => (done: number) => {
  if (done >= last) throw new Error('cut short');
};

describe.each(portable)('a checkpoint on %s', (backend) => {
  beforeAll(() => select(backend));

  test.each([
    ['game', play, gradientPenalty()],
    ['critic', train, gradientPenalty()],
    ['game whose penalty remembers', play, remembering],
    ['critic whose penalty remembers', train, remembering],
  ])('a %s that was cut short goes on with the numbers of an uninterrupted one', async (_, run, penalty) => {
    const whole = await run({ penalty });
    expect(whole.resumedFrom).toBe(0);
    const cut = (at: number) => run({ penalty, checkpoint: checkpoint(), onProgress: endAt(at) });
    await expect(cut(4)).rejects.toThrow('cut short');
    await expect(cut(8)).rejects.toThrow('cut short');
    const resumed = await run({ penalty, checkpoint: checkpoint() });
    expect(resumed.resumedFrom).toBe(8);
    expect(resumed.numbers).toEqual(whole.numbers);
    expect(readdirSync(folder()).length).toBe(1);
  });
});

describe('a checkpoint', () => {
  beforeAll(() => select('wasm'));

  test('keeps a training that ended, which is then not repeated', async () => {
    const first = await play({ checkpoint: checkpoint() });
    const told: number[] = [];
    const again = await play({ checkpoint: checkpoint(), onProgress: (done) => told.push(done) });
    expect(again).toEqual({ ...first, resumedFrom: 12 });
    expect(told).toEqual([12]);
  });

  test('keeps one that its rule or a number that is not finite ended', async () => {
    const stop = ({ step }: { step: number[] }) => step.length === 2;
    const ruled = await play({ checkpoint: checkpoint(), stop });
    expect(await play({ checkpoint: checkpoint(), stop })).toEqual({ ...ruled, resumedFrom: 4 });
    const wild = sgd({ learningRate: 1e20 });
    const options = {
      optimisers: { critic: wild, generator: wild },
      onNonFinite: 'stop',
      evaluate: undefined,
    } as const;
    const blown = await play({ checkpoint: checkpoint(), ...options });
    expect(blown.numbers.stoppedBy).toBe('nonFinite');
    expect((await play({ checkpoint: checkpoint(), ...options })).numbers).toEqual(blown.numbers);
  });

  test('leaves no tensor behind when a training goes on', async () => {
    const before = tf.memory().numTensors;
    await expect(play({ checkpoint: checkpoint(), onProgress: endAt(6) })).rejects.toThrow('cut short');
    await play({ checkpoint: checkpoint() });
    expect(tf.memory().numTensors).toBe(before);
  });

  test('is saved at most every so many seconds, and at the end', async () => {
    await expect(
      play({ checkpoint: { ...checkpoint(), everySeconds: 1000 }, onProgress: endAt(10) }),
    ).rejects.toThrow('cut short');
    expect(readdirSync(folder())).toEqual([]);
    await play({ checkpoint: { ...checkpoint(), everySeconds: 1000 } });
    expect(readdirSync(folder()).length).toBe(1);
  });

  test('of another seed, number of steps, schedule, rate, penalty or evaluation is another file', async () => {
    const options: Partial<PlayGameOptions>[] = [
      {},
      { seed: 1 },
      { steps: 10 },
      { criticSteps: (step) => (step === 11 ? 3 : 2) },
      { optimisers: { critic: optimiser, generator: adam({ learningRate: 2e-3 }) } },
      { optimisers: { critic: optimiser, generator: decaying(6) } },
      { optimisers: { critic: optimiser, generator: decaying(7) } },
      { penalty: gradientPenalty({ lambda: 1 }) },
      { penalty: maxGradientPenalty({ lambda: 1 }) },
      { penalty: maxGradientPenalty({ lambda: 1, buffer: 1 / 8 }) },
      { penalty: maxGradientPenalty({ lambda: 1, buffer: 1 / 4 }) },
      { evaluate: { at: 3, measure: () => ({ nothing: 0 }) } },
      { withCosine: false },
    ];
    for (const [i, option] of options.entries()) {
      expect((await play({ ...option, checkpoint: checkpoint() })).resumedFrom).toBe(0);
      expect(readdirSync(folder()).length).toBe(i + 1);
    }
  });

  test('that other code made under the same names is refused', async () => {
    await play({ checkpoint: checkpoint() });
    const critic = mlp({ layers: [2, 8, 1], activation: activations.tanh });
    await expect(play({ critic, checkpoint: checkpoint() })).rejects.toThrow(
      /test-[0-9a-f]{16}\.training was made by other code or settings: .* delete it to start anew/,
    );
    const real = ringOfGaussians({ radius: 1 });
    await expect(play({ real, checkpoint: checkpoint() })).rejects.toThrow('made by other code or settings');
  });

  test('in the place of another is refused', async () => {
    await play({ checkpoint: checkpoint() });
    const mine = only();
    renameSync(mine, `${mine}.aside`);
    await play({ seed: 1, checkpoint: checkpoint() });
    const other = readdirSync(folder()).find((name) => name.endsWith('.training'))!;
    renameSync(join(folder(), other), mine);
    await expect(play({ checkpoint: checkpoint() })).rejects.toThrow('belongs to other settings');
  });

  test('that is damaged is refused', async () => {
    await play({ checkpoint: checkpoint() });
    const path = only();
    const bytes = readFileSync(path);
    for (const broken of [bytes.subarray(0, bytes.length / 2), Buffer.from('nonsense'), Buffer.alloc(0)]) {
      writeFileSync(path, broken);
      await expect(play({ checkpoint: checkpoint() })).rejects.toThrow(
        `${path} is damaged or no checkpoint; delete it to start anew`,
      );
    }
  });

  test('cannot hold what is no data', async () => {
    const evaluate = { at: 3, measure: () => ({ f: () => 0 }) };
    await expect(play({ evaluate, checkpoint: checkpoint() })).rejects.toThrow(
      'checkpoint: what evaluate measured cannot be stored',
    );
  });

  test('has a name that can be a file name, and seconds that can be waited for', async () => {
    await expect(play({ checkpoint: { ...checkpoint(), name: '../a' } })).rejects.toThrow(
      'name may hold letters, digits, . _ and -, got "../a"',
    );
    await expect(play({ checkpoint: { ...checkpoint(), everySeconds: -1 } })).rejects.toThrow(
      'everySeconds must be >= 0, got -1',
    );
  });

  test('that cannot be written says why', async () => {
    const missing = { ...checkpoint(), folder: join(folder(), 'missing') };
    await expect(play({ checkpoint: missing })).rejects.toThrow(
      /cannot write .*missing.*: its folder is gone/,
    );
  });
});
