import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { gaussian } from '../../src/distributions/gaussian';
import { ringOfGaussians } from '../../src/distributions/ringOfGaussians';
import { mlp } from '../../src/models/mlp';
import { wasserstein } from '../../src/objectives/wasserstein';
import { weightClip } from '../../src/penalties/weightClip';
import { stream } from '../../src/rng/stream';
import { adam } from '../../src/training/adam';
import { playGame } from '../../src/training/playGame';
import { rmsProp } from '../../src/training/rmsProp';
import { sgd } from '../../src/training/sgd';
import { stepCosine } from '../../src/training/stepCosine';
import { stepCosines } from '../../src/training/stepCosines';
import { trainCritic } from '../../src/training/trainCritic';
import { portable, select } from '../support/backends';

const cosineOf = (before: number[], gradient: number[], after: number[]) =>
  stepCosine([tf.tensor1d(before)], [tf.tensor1d(gradient)], [tf.tensor1d(after)]);

/** Gradients of changing sign, and of sizes from 1e-3 to 1e3. */
function wildGradients(seed: number, steps: number, dim: number): number[][] {
  const draw = stream(seed, 'wild');
  const size = () => 10 ** (6 * draw.uniform() - 3);
  return Array.from({ length: steps }, () => Array.from({ length: dim }, () => draw.normal() * size()));
}

describe('the cosine between step and negative gradient', () => {
  beforeAll(() => select('cpu'));

  test('is that of the angle between them', () => {
    expect(cosineOf([1, 1], [1, 0], [0, 1])).toBeCloseTo(1, 12);
    expect(cosineOf([1, 1], [1, 0], [1, 2])).toBeCloseTo(0, 12);
    expect(cosineOf([1, 1], [1, 0], [2, 1])).toBeCloseTo(-1, 12);
    expect(cosineOf([0, 0], [-3, -4], [4, 3])).toBeCloseTo(24 / 25, 7);
  });

  test('is taken over all parameters at once', () => {
    const [before, gradients, after] = [
      [0, 0],
      [-3, -4],
      [4, 3],
    ].map((numbers) => numbers.map((x) => tf.tensor2d([[x]])));
    expect(stepCosine(before, gradients, after)).toBeCloseTo(24 / 25, 7);
  });

  test('does not underflow with the squares of small gradients', () => {
    expect(cosineOf([0, 0], [-3e-30, -4e-30], [4e-30, 3e-30])).toBeCloseTo(24 / 25, 6);
  });

  test('does not exist without a step or a gradient', () => {
    expect(cosineOf([1, 2], [1, 1], [1, 2])).toBeNaN();
    expect(cosineOf([1, 2], [0, 0], [3, 4])).toBeNaN();
  });
});

describe.each(portable)('on %s', (backend) => {
  beforeAll(() => select(backend));

  test.each([
    ['RMSProp', rmsProp({ learningRate: 1e-2 })],
    ['Adam with beta1 = 0', adam({ learningRate: 1e-2, beta1: 0, beta2: 0.9 })],
    ['Adam with beta1 = 0, long memory', adam({ learningRate: 1e-2, beta1: 0 })],
    ['SGD', sgd({ learningRate: 1e-2 })],
  ])('%s never steps against the gradient, whatever the gradients', (_, optimiser) => {
    for (const seed of [0, 1, 2])
      for (const cosine of stepCosines(optimiser, wildGradients(seed, 40, 6)))
        expect(cosine).toBeGreaterThan(0);
  });

  test('SGD steps along the gradient', () => {
    for (const cosine of stepCosines(sgd({ learningRate: 1 }), wildGradients(0, 10, 4).slice(0, 1)))
      expect(cosine).toBeCloseTo(1, 6);
  });

  test('momentum steps against a gradient that has just turned round', () => {
    const turned = [...Array.from({ length: 10 }, () => [1, 2]), [-0.1, -0.2]];
    const path = stepCosines(adam({ learningRate: 1e-2, beta1: 0.9 }), turned);
    for (const cosine of path.slice(0, 10)) expect(cosine).toBeGreaterThan(0);
    expect(path[10]).toBeLessThan(-0.9);
    expect(stepCosines(adam({ learningRate: 1e-2, beta1: 0 }), turned)[10]).toBeGreaterThan(0.9);
  });
});

describe('in a training', () => {
  beforeAll(() => select('wasm'));
  const wgan = {
    real: ringOfGaussians(),
    objective: wasserstein,
    constraint: weightClip(0.05),
    batch: 16,
    seed: 0,
    withCosine: true,
  };
  const critic = mlp({ layers: [2, 8, 1] });
  const latent = gaussian({ mean: [0, 0] });

  test.each([
    ['RMSProp', rmsProp({ learningRate: 1e-3 })],
    ['Adam without momentum', adam({ learningRate: 1e-3, beta1: 0 })],
  ])('the cosines of %s are > 0 in every update of the critic, before the clip', async (_, optimiser) => {
    const game = await playGame({
      ...wgan,
      latent,
      generator: mlp({ layers: [2, 8, 2] }),
      critic,
      optimisers: { critic: optimiser, generator: optimiser },
      criticSteps: 5,
      steps: 20,
    });
    game.dispose();
    const trained = await trainCritic({ ...wgan, fake: latent, model: critic, optimiser, steps: 50 });
    trained.dispose();
    expect(game.history.stepCosine.length).toBe(100);
    expect(trained.history.stepCosine.length).toBe(50);
    for (const cosine of [...game.history.stepCosine, ...trained.history.stepCosine])
      expect(cosine).toBeGreaterThan(0);
  });

  test('without being asked for there are none', async () => {
    const optimiser = sgd({ learningRate: 1e-3 });
    const trained = await trainCritic({
      ...wgan,
      fake: latent,
      model: critic,
      optimiser,
      steps: 3,
      withCosine: false,
    });
    trained.dispose();
    expect(trained.history.stepCosine).toEqual([]);
  });
});

test('gradients that do not fit together are refused', () => {
  const optimiser = sgd({ learningRate: 1 });
  expect(() => stepCosines(optimiser, [])).toThrow('expected at least one gradient of one number, got none');
  expect(() => stepCosines(optimiser, [[1, 2], [3]])).toThrow('gradient 1 must have 2 numbers, got 1');
});
