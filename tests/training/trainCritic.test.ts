import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { gaussian } from '../../src/distributions/gaussian';
import { mlp } from '../../src/models/mlp';
import { ganMinimax } from '../../src/objectives/gan';
import { lganSqrt } from '../../src/objectives/lipschitzGan';
import { wasserstein } from '../../src/objectives/wasserstein';
import { gradientPenalty } from '../../src/penalties/gradientPenalty';
import { maxGradientPenalty } from '../../src/penalties/maxGradientPenalty';
import { weightClip } from '../../src/penalties/weightClip';
import { stream } from '../../src/rng/stream';
import { adam } from '../../src/training/adam';
import { criticUpdate } from '../../src/training/criticUpdate';
import { disposePlayer } from '../../src/training/player';
import { rmsProp } from '../../src/training/rmsProp';
import { sgd } from '../../src/training/sgd';
import { plateau } from '../../src/training/stopping';
import { type TrainCriticOptions, trainCritic } from '../../src/training/trainCritic';
import { portable, select } from '../support/backends';

const game: TrainCriticOptions = {
  model: mlp({ layers: [1, 16, 16, 1] }),
  objective: ganMinimax,
  optimiser: adam({ learningRate: 1e-2 }),
  real: gaussian({ mean: -1 }),
  fake: gaussian({ mean: 1 }),
  batch: 64,
  steps: 100,
  seed: 0,
};
const wganGp: TrainCriticOptions = { ...game, objective: wasserstein, penalty: gradientPenalty() };
const lgan: TrainCriticOptions = {
  ...game,
  objective: lganSqrt,
  penalty: maxGradientPenalty({ lambda: 0.1, buffer: 1 / 8 }),
};
const wganClip: TrainCriticOptions = {
  ...game,
  objective: wasserstein,
  optimiser: rmsProp({ learningRate: 1e-3 }),
  constraint: weightClip(0.1),
};

describe.each(portable)('trainCritic on %s', (backend) => {
  beforeAll(() => select(backend));

  test.each([
    ['GAN', game],
    ['WGAN', wganClip],
    ['WGAN-GP', wganGp],
    ['LGAN', lgan],
  ])('%s: 100 steps leave no tensor behind, and dispose frees the rest', async (_, options) => {
    const before = tf.memory();
    const counts: number[] = [];
    const trained = await trainCritic({
      ...options,
      recordEvery: 1,
      onProgress: () => counts.push(tf.memory().numTensors),
    });
    expect(counts.length).toBe(100);
    expect(new Set(counts).size).toBe(1);
    trained.dispose();
    expect(tf.memory().numTensors).toBe(before.numTensors);
    expect(tf.memory().numDataBuffers).toBe(before.numDataBuffers);
  });

  test('the same seed gives the same history and field to the last bit, another seed another', async () => {
    const run = async (seed: number) => {
      const trained = await trainCritic({ ...wganGp, steps: 20, seed });
      const result = { history: trained.history, field: [...trained.field.values([-1, 0, 1])] };
      trained.dispose();
      return result;
    };
    expect(await run(0)).toEqual(await run(0));
    expect(await run(1)).not.toEqual(await run(0));
  });
});

describe('trainCritic', () => {
  beforeAll(() => select('wasm'));

  test('a GAN discriminator learns the log density ratio -2 x of N(-1, 1) and N(1, 1)', async () => {
    const trained = await trainCritic({
      ...game,
      optimiser: adam({ learningRate: 5e-3 }),
      batch: 256,
      steps: 600,
    });
    const x = [-1.5, -0.5, 0, 0.5, 1.5];
    trained.field.values(x).forEach((f, i) => {
      expect(Math.abs(f + 2 * x[i])).toBeLessThan(0.6);
    });
    trained.dispose();
  });

  test('a WGAN-GP critic has slope near -1 and estimates W1 = 2', async () => {
    const trained = await trainCritic({ ...wganGp, steps: 400, batch: 128 });
    for (const slope of trained.field.gradients([-1.5, 0, 1.5]))
      expect(Math.abs(slope + 1)).toBeLessThan(0.25);
    const estimate = trained.history.estimate.slice(-5).reduce((a, b) => a + b) / 5;
    expect(Math.abs(estimate - 2)).toBeLessThan(0.25);
    trained.dispose();
  });

  test('the history covers all steps, also a last short stretch', async () => {
    const trained = await trainCritic({ ...game, steps: 25, recordEvery: 10 });
    expect(trained.history.step).toEqual([10, 20, 25]);
    expect(trained).toMatchObject({ steps: 25, stoppedBy: 'steps' });
    trained.dispose();
  });

  test('a stopping rule ends it early, and a plateau stops where nothing is gained', async () => {
    const early = await trainCritic({ ...game, recordEvery: 10, stop: ({ step }) => step.length === 3 });
    expect(early).toMatchObject({ steps: 30, stoppedBy: 'rule' });
    early.dispose();
    const still = await trainCritic({
      ...game,
      optimiser: sgd({ learningRate: 1e-12 }),
      recordEvery: 10,
      stop: plateau({ window: 2, tolerance: 0.5 }),
    });
    expect(still).toMatchObject({ steps: 40, stoppedBy: 'rule' });
    still.dispose();
  });

  test('a loss that is no longer finite ends with an error that says when, and frees everything', async () => {
    const before = tf.memory().numTensors;
    const run = trainCritic({ ...wganGp, optimiser: sgd({ learningRate: 1e20 }) });
    await expect(run).rejects.toThrow(/loss is no longer finite at step \d+/);
    expect(tf.memory().numTensors).toBe(before);
  });

  test('impossible options are refused by name', async () => {
    await expect(trainCritic({ ...game, steps: 0 })).rejects.toThrow('steps must be an integer >= 1, got 0');
    await expect(trainCritic({ ...game, batch: 1.5 })).rejects.toThrow(
      'batch must be an integer >= 1, got 1.5',
    );
    await expect(trainCritic({ ...game, real: gaussian({ mean: [0, 0] }) })).rejects.toThrow(
      'points of 2 (real)',
    );
    await expect(trainCritic({ ...game, model: mlp({ layers: [1, 2] }) })).rejects.toThrow(
      'one output, got 2',
    );
    expect(() => plateau({ window: 0, tolerance: 0 })).toThrow('window must be an integer >= 1, got 0');
  });
});

describe('criticUpdate', () => {
  beforeAll(() => select('cpu'));
  const { model, optimiser } = wganGp;
  const batch = () => ({ real: tf.ones([4, 1]) as tf.Tensor2D, fake: tf.zeros([4, 1]) as tf.Tensor2D });

  test('leaves the player it was handed as it was', () => {
    const parameters = model.init(stream(0, 'x'));
    const player = { parameters, state: optimiser.init(parameters) };
    const before = parameters.map((p) => [...p.dataSync()]);
    const update = criticUpdate({ model, optimiser, objective: wasserstein }, player, batch());
    expect(parameters.map((p) => [...p.dataSync()])).toEqual(before);
    expect(update.player.parameters.map((p) => [...p.dataSync()])).not.toEqual(before);
    expect(update.player.state.step).toBe(1);
    expect(player.state.step).toBe(0);
    disposePlayer(player);
    disposePlayer(update.player);
  });

  test('a penalty without points is refused', () => {
    const parameters = model.init(stream(0, 'x'));
    expect(() => criticUpdate(wganGp, { parameters, state: optimiser.init(parameters) }, batch())).toThrow(
      'gradient penalty (λ = 10) needs points',
    );
  });

  test('with a clip every parameter is within it after each update', () => {
    const parameters = model.init(stream(0, 'x'));
    const rules = {
      model,
      optimiser: sgd({ learningRate: 100 }),
      objective: wasserstein,
      constraint: weightClip(0.01),
    };
    const update = criticUpdate(rules, { parameters, state: rules.optimiser.init(parameters) }, batch());
    for (const p of update.player.parameters)
      for (const w of p.dataSync()) expect(Math.abs(w)).toBeLessThanOrEqual(0.01);
  });
});
