import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Distribution } from '../../src/distributions/distribution';
import { gaussian } from '../../src/distributions/gaussian';
import { ringOfGaussians } from '../../src/distributions/ringOfGaussians';
import { mlp } from '../../src/models/mlp';
import { ganNonSaturating } from '../../src/objectives/gan';
import { hinge } from '../../src/objectives/hinge';
import { leastSquares } from '../../src/objectives/leastSquares';
import { lganExp } from '../../src/objectives/lipschitzGan';
import { wasserstein } from '../../src/objectives/wasserstein';
import { gradientPenalty } from '../../src/penalties/gradientPenalty';
import { maxGradientPenalty } from '../../src/penalties/maxGradientPenalty';
import { weightClip } from '../../src/penalties/weightClip';
import { stream } from '../../src/rng/stream';
import { adam } from '../../src/training/adam';
import { drawCriticBatch, drawPoints } from '../../src/training/criticBatch';
import { releasedWganSteps } from '../../src/training/criticSteps';
import { criticUpdate } from '../../src/training/criticUpdate';
import { generatorUpdate } from '../../src/training/generatorUpdate';
import { disposePlayer, newPlayer } from '../../src/training/player';
import { type PlayGameOptions, playGame } from '../../src/training/playGame';
import { rmsProp } from '../../src/training/rmsProp';
import { sgd } from '../../src/training/sgd';
import { portable, select } from '../support/backends';

const both = <T>(optimiser: T) => ({ critic: optimiser, generator: optimiser });
const wgan: PlayGameOptions = {
  real: ringOfGaussians(),
  latent: gaussian({ mean: [0, 0] }),
  generator: mlp({ layers: [2, 8, 2] }),
  critic: mlp({ layers: [2, 8, 8, 1] }),
  objective: wasserstein,
  optimisers: both(rmsProp({ learningRate: 1e-3 })),
  constraint: weightClip(0.1),
  criticSteps: 2,
  batch: 16,
  steps: 10,
  seed: 0,
};
const wganGp: PlayGameOptions = {
  ...wgan,
  optimisers: both(adam({ learningRate: 1e-3, beta1: 0, beta2: 0.9 })),
  constraint: undefined,
  penalty: gradientPenalty(),
};
const lgan: PlayGameOptions = {
  ...wganGp,
  objective: lganExp,
  penalty: maxGradientPenalty({ lambda: 0.1, buffer: 1 / 8 }),
};
const gan: PlayGameOptions = { ...wganGp, objective: ganNonSaturating, penalty: undefined, criticSteps: 1 };

/** All that a game gives, as plain numbers. */
async function outcome<T extends object>(options: PlayGameOptions<T>) {
  const game = await playGame(options);
  const { history, steps: _, step, stoppedBy } = { steps: 0, ...game };
  const points = game.generator.sample(5, stream(0, 'look'));
  const result = { history, step, stoppedBy, points, values: game.critic.values([0, 1, 2, 3]) };
  game.dispose();
  return result;
}

describe.each(portable)('playGame on %s', (backend) => {
  beforeAll(() => select(backend));

  test.each([
    ['GAN', gan],
    ['WGAN', wgan],
    ['WGAN-GP', wganGp],
    ['LSGAN', { ...gan, objective: leastSquares() }],
    ['hinge GAN', { ...gan, objective: hinge }],
    ['LGAN', lgan],
  ])('%s leaves no tensor behind, and dispose frees the rest', async (_, options) => {
    const before = tf.memory();
    const counts: number[] = [];
    const game = await playGame({
      ...options,
      recordEvery: 1,
      withCosine: true,
      evaluate: { at: 2, measure: ({ critic }) => ({ value: critic.values([0, 0])[0] }) },
      onProgress: () => counts.push(tf.memory().numTensors),
    });
    expect(counts.length).toBe(10);
    expect(new Set(counts).size).toBe(1);
    game.dispose();
    expect(tf.memory().numTensors).toBe(before.numTensors);
    expect(tf.memory().numDataBuffers).toBe(before.numDataBuffers);
  });

  test('the same seed gives the same numbers to the last bit, another seed others', async () => {
    const first = await outcome(wganGp);
    expect(await outcome(wganGp)).toEqual(first);
    expect((await outcome({ ...wganGp, seed: 1 })).points).not.toEqual(first.points);
  });

  test('looking at a game changes nothing in it', async () => {
    const looked = await outcome({
      ...wganGp,
      recordEvery: 1,
      evaluate: { at: 1, measure: ({ generator }) => ({ x: generator.sample(3, stream(0, 'x'))[0] }) },
      withCosine: true,
    });
    const { points, values } = await outcome(wganGp);
    expect(looked).toMatchObject({ points, values });
  });
});

describe('playGame', () => {
  beforeAll(() => select('wasm'));

  test.each([
    ['WGAN-GP', wganGp],
    ['LGAN, whose penalty remembers', lgan],
  ])(
    '%s is the updates of critic and generator in turn, each on a batch that its place alone decides',
    async (_, options) => {
      const { real, latent, generator, critic, objective, penalty, optimisers, batch } = options;
      const root = stream(0, 'playGame');
      let c = newPlayer(critic, optimisers.critic, root.split('critic'), penalty);
      let g = newPlayer(generator, optimisers.generator, root.split('generator'));
      for (let k = 0; k < 3; k++) {
        const draw = root.split('step').split(k);
        for (let j = 0; j < 2; j++) {
          const fake = generator.apply(
            g.parameters,
            drawPoints(latent, batch, draw.split('critic').split(j).split('fake')),
          );
          const tensors = drawCriticBatch(
            { real, fake: () => fake, batch, penalty },
            draw.split('critic').split(j),
            c.memory,
          );
          c = criticUpdate(
            { model: critic, objective, penalty, optimiser: optimisers.critic },
            c,
            tensors,
          ).player;
        }
        const rules = { generator, critic, objective, optimiser: optimisers.generator };
        g = generatorUpdate(
          rules,
          g,
          c.parameters,
          drawPoints(latent, batch, draw.split('generator')),
        ).player;
      }
      const game = await playGame({ ...options, steps: 3 });
      const bits = (tensors: tf.Tensor[]) => tensors.map((t) => [...t.dataSync()]);
      expect(bits(game.parameters.critic)).toEqual(bits(c.parameters));
      expect(bits(game.parameters.generator)).toEqual(bits(g.parameters));
    },
  );

  test('with fewer rounds the critic sees the first batches of each step all the same', async () => {
    const seen = async (criticSteps: number) => {
      const drawn: number[][] = [];
      const real: Distribution = {
        ...wgan.real,
        sample: (n, from) => {
          const points = wgan.real.sample(n, from);
          drawn.push([...points]);
          return points;
        },
      };
      (await playGame({ ...wgan, real, criticSteps, steps: 3 })).dispose();
      return drawn;
    };
    const [one, three] = [await seen(1), await seen(3)];
    expect(three.length).toBe(9);
    expect([0, 3, 6].map((i) => three[i])).toEqual(one);
  });

  test('a schedule says how many updates the critic gets in each step', async () => {
    const asked: number[] = [];
    const criticSteps = (step: number) => {
      asked.push(step);
      return step + 1;
    };
    const { history } = await outcome({ ...wgan, criticSteps, steps: 4, withCosine: true });
    expect(asked).toEqual([0, 1, 2, 3]);
    expect(history.stepCosine.length).toBe(1 + 2 + 3 + 4);
  });

  test('records means over the steps since the last record, and the last step in any case', async () => {
    const each = (await outcome({ ...wganGp, recordEvery: 1 })).history;
    const { history } = await outcome({ ...wganGp, recordEvery: 4 });
    expect(history.step).toEqual([4, 8, 10]);
    const mean = (values: number[]) => values.reduce((a, b) => a + b) / values.length;
    for (const name of ['criticLoss', 'generatorLoss', 'penalty'] as const)
      expect(history[name]).toEqual([
        mean(each[name].slice(0, 4)),
        mean(each[name].slice(4, 8)),
        mean(each[name].slice(8)),
      ]);
    expect(history.estimate).toEqual(history.criticLoss.map((loss) => -loss));
    expect(history.stepCosine).toEqual([]);
  });

  test('evaluates at the start, every so many steps and at the end, or where it is told', async () => {
    const measure = ({ step, generator }: { step: number; generator: Distribution }) => ({
      again: step,
      dim: generator.dim,
    });
    const steps = async (at: number | number[]) =>
      (await outcome({ ...gan, evaluate: { at, measure } })).history.evaluations.map((e) => e.step);
    expect(await steps(4)).toEqual([0, 4, 8, 10]);
    expect(await steps([3, 7])).toEqual([3, 7]);
    const { history } = await outcome({ ...gan, evaluate: { at: [10], measure: async (m) => measure(m) } });
    expect(history.evaluations).toEqual([{ step: 10, again: 10, dim: 2 }]);
  });

  test('a generator of a line finds the mean of the real points', async () => {
    // with the penalty on any slope the critic's slope is W1 / (2 lambda), so that the generator slows down as it arrives
    const game = await playGame({
      real: gaussian({ mean: 2 }),
      latent: gaussian({ mean: 0 }),
      generator: mlp({ layers: [1, 1] }),
      critic: mlp({ layers: [1, 16, 1] }),
      objective: wasserstein,
      penalty: gradientPenalty({ lambda: 1, target: 0 }),
      optimisers: {
        critic: adam({ learningRate: 2e-2, beta1: 0.5, beta2: 0.9 }),
        generator: sgd({ learningRate: 0.1 }),
      },
      criticSteps: 3,
      batch: 64,
      steps: 100,
      seed: 0,
    });
    const points = game.generator.sample(2000, stream(0, 'look'));
    expect(Math.abs(points.reduce((a, b) => a + b) / points.length - 2)).toBeLessThan(0.15);
    game.dispose();
  });

  test('a game that blows up ends with an error that says when, or on request with what there is', async () => {
    const before = tf.memory().numTensors;
    const options = { ...wganGp, optimisers: both(sgd({ learningRate: 1e20 })), recordEvery: 5 };
    await expect(playGame(options)).rejects.toThrow(
      /^playGame: criticLoss is no longer finite at step [12]$/,
    );
    expect(tf.memory().numTensors).toBe(before);
    const { step, stoppedBy, history } = await outcome({ ...options, onNonFinite: 'stop' });
    expect(stoppedBy).toBe('nonFinite');
    expect(step).toBeLessThanOrEqual(2);
    expect(history.step).toEqual([]);
  });

  test('parameters that are no longer finite are noticed where the losses hide it', async () => {
    const broken = sgd({ learningRate: 1 });
    broken.move = (parameters) => ({
      parameters: parameters.map((w) => tf.fill(w.shape, Number.NaN)),
      slots: [],
    });
    const options = { ...wgan, optimisers: { ...wgan.optimisers, generator: broken }, steps: 1 };
    await expect(playGame(options)).rejects.toThrow(
      'playGame: a parameter of the generator is no longer finite at step 1',
    );
  });

  test('an error of a callback ends the game and frees everything', async () => {
    const before = tf.memory().numTensors;
    const fails = () => {
      throw new Error('enough');
    };
    await expect(playGame({ ...wgan, onProgress: fails })).rejects.toThrow('enough');
    await expect(playGame({ ...wgan, evaluate: { at: [5], measure: fails } })).rejects.toThrow('enough');
    expect(tf.memory().numTensors).toBe(before);
  });

  test('lets the event loop turn while it plays', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 1);
    const start = performance.now();
    const stop = () => performance.now() - start > 1000; // a second, however fast the machine
    (await playGame({ ...wganGp, steps: 100_000, recordEvery: 50, stop })).dispose();
    clearInterval(timer);
    expect(turns).toBeGreaterThanOrEqual(2);
  });

  test('impossible options are refused by name', async () => {
    const refused = (options: Partial<PlayGameOptions>, message: string) =>
      expect(playGame({ ...wgan, ...options })).rejects.toThrow(message);
    await refused({ steps: 0 }, 'playGame: steps must be an integer >= 1, got 0');
    await refused({ batch: 1.5 }, 'playGame: batch must be an integer >= 1, got 1.5');
    await refused({ recordEvery: -1 }, 'playGame: recordEvery must be an integer >= 1, got -1');
    await refused({ criticSteps: 0 }, 'playGame: criticSteps must be an integer >= 1, got 0 for step 0');
    await refused(
      { criticSteps: (step) => 3 - step },
      'playGame: criticSteps must be an integer >= 1, got 0 for step 3',
    );
    await refused({ evaluate: { at: 0, measure: () => ({}) } }, 'at must be an integer >= 1, got 0');
    await refused({ evaluate: { at: [11], measure: () => ({}) } }, 'at must list steps in 0 … 10, got 11');
    await refused({ real: gaussian({ mean: 0 }) }, 'the critic takes 2 coordinates, got points of 1 (real)');
    await refused({ generator: mlp({ layers: [2, 3] }) }, 'got points of 2 (real) and 3 (fake)');
    await refused(
      { latent: gaussian({ mean: 0 }) },
      'the generator takes 2 coordinates, got latent points of 1',
    );
    await refused({ critic: mlp({ layers: [2, 2] }) }, 'a critic has one output, got 2');
    await refused({ seed: -1 }, 'seed must be an integer >= 0, got -1');
  });
});

describe('generatorUpdate', () => {
  beforeAll(() => select('cpu'));
  const generator = mlp({ layers: [1, 2] });
  const critic = mlp({ layers: [2, 1] });
  const optimiser = sgd({ learningRate: 0.1 });

  test('moves a linear generator g(z) = z W + b along the slope w of a linear critic: b by rate w, W by rate mean(z) w', () => {
    const w = [3, -4];
    const criticParameters = [tf.tensor2d(w, [2, 1]), tf.tensor1d([7])];
    const player = newPlayer(generator, optimiser, stream(0, 'g'));
    const [weights, biases] = player.parameters.map((p) => [...p.dataSync()]);
    const latents = tf.tensor2d([1, 2, 6], [3, 1]);
    const { player: next } = generatorUpdate(
      { generator, critic, objective: wasserstein, optimiser },
      player,
      criticParameters,
      latents,
    );
    const [newWeights, newBiases] = next.parameters.map((p) => [...p.dataSync()]);
    w.forEach((slope, i) => {
      expect(newWeights[i]).toBeCloseTo(weights[i] + 0.1 * 3 * slope, 5);
      expect(newBiases[i]).toBeCloseTo(biases[i] + 0.1 * slope, 5);
    });
  });

  test("leaves the critic's parameters and the player as they were, and the critic's update the generator's", () => {
    const g = newPlayer(generator, optimiser, stream(0, 'g'));
    const c = newPlayer(critic, optimiser, stream(0, 'c'));
    const bits = () => [g, c].flatMap(({ parameters }) => parameters.map((p) => [...p.dataSync()]));
    const before = bits();
    const latents = tf.ones([4, 1]) as tf.Tensor2D;
    const move = generatorUpdate(
      { generator, critic, objective: wasserstein, optimiser },
      g,
      c.parameters,
      latents,
    );
    expect(bits()).toEqual(before);
    expect(move.player.parameters.map((p) => [...p.dataSync()])).not.toEqual(before.slice(0, 2));
    expect(move.player.state.step).toBe(1);
    const fake = generator.apply(g.parameters, latents);
    const tensors = { real: tf.zeros([4, 2]) as tf.Tensor2D, fake };
    criticUpdate({ model: critic, objective: wasserstein, optimiser }, c, tensors);
    expect(bits()).toEqual(before);
    disposePlayer(move.player);
  });
});

describe('releasedWganSteps', () => {
  test('is 100 for the first 25 steps and every 500th, else 5', () => {
    const rounds = releasedWganSteps();
    expect([0, 24, 25, 499, 500, 501, 999, 1000].map(rounds)).toEqual([100, 100, 5, 5, 100, 5, 5, 100]);
    const short = releasedWganSteps({ usual: 2, many: 10, first: 0, every: 3 });
    expect([0, 1, 2, 3, 4].map(short)).toEqual([10, 2, 2, 10, 2]);
  });

  test('refuses what is no number of steps', () => {
    expect(() => releasedWganSteps({ many: 0 })).toThrow('many must be an integer >= 1, got 0');
    expect(() => releasedWganSteps({ first: -1 })).toThrow('first must be an integer >= 0, got -1');
  });
});
