import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { gaussian } from '../../src/distributions/gaussian';
import { ringOfGaussians } from '../../src/distributions/ringOfGaussians';
import { criticField } from '../../src/models/field';
import { mlp } from '../../src/models/mlp';
import { ganNonSaturating } from '../../src/objectives/gan';
import { leastSquares } from '../../src/objectives/leastSquares';
import { wasserstein } from '../../src/objectives/wasserstein';
import { gradientPenalty } from '../../src/penalties/gradientPenalty';
import { maxGradientPenalty } from '../../src/penalties/maxGradientPenalty';
import { weightClip } from '../../src/penalties/weightClip';
import { stream } from '../../src/rng/stream';
import { adam } from '../../src/training/adam';
import { type MixtureGameOptions, mixtureGame } from '../../src/training/mixtureGame';
import {
  type MixtureRules,
  mixtureCriticLoss,
  mixtureGeneratorLoss,
  mixtureTurns,
} from '../../src/training/mixtureTurns';
import { optimise } from '../../src/training/optimiser';
import { playGame } from '../../src/training/playGame';
import { rmsProp } from '../../src/training/rmsProp';
import { newTeam, teamOptimiser, teamParts, weightEntropy } from '../../src/training/team';
import { portable, select } from '../support/backends';

const both = <T>(optimiser: T) => ({ critic: optimiser, generator: optimiser });
const gan: MixtureGameOptions = {
  real: ringOfGaussians(),
  latent: gaussian({ mean: [0, 0] }),
  generator: mlp({ layers: [2, 4, 2] }),
  critic: mlp({ layers: [2, 8, 1] }),
  objective: ganNonSaturating,
  optimisers: both(adam({ learningRate: 1e-2, beta1: 0.5 })),
  batch: 16,
  criticSteps: 2,
  steps: 12,
  seed: 0,
  members: 3,
};
const wgan: MixtureGameOptions = {
  ...gan,
  objective: wasserstein,
  optimisers: both(rmsProp({ learningRate: 1e-2 })),
  constraint: weightClip(0.1),
};
const wganGp: MixtureGameOptions = { ...gan, objective: wasserstein, penalty: gradientPenalty() };

const bits = (tensors: readonly tf.Tensor[]) => tensors.map((t) => [...t.dataSync()]);

/** All that a game gives, as plain numbers. */
async function outcome(options: MixtureGameOptions) {
  const game = await mixtureGame(options);
  const result = {
    history: game.history,
    parameters: { critic: bits(game.parameters.critic), generator: bits(game.parameters.generator) },
    points: [...game.generator.sample(6, stream(0, 'look'))],
    weights: game.weights,
  };
  game.dispose();
  return result;
}

describe.each(portable)('mixtureGame on %s', (backend) => {
  beforeAll(() => select(backend));

  test.each([
    ['GAN', gan],
    ['LSGAN', { ...gan, objective: leastSquares() }],
    ['WGAN', wgan],
    ['WGAN-GP', wganGp],
  ])('%s: with one member it is the plain game, to the last bit', async (_name, options) => {
    const { evaluate: _, ...game } = options;
    const one = { ...game, members: 1, withCosine: true, recordEvery: 1 };
    const plain = await playGame(one);
    const mixed = await mixtureGame(one);
    expect(mixed.history).toEqual(plain.history);
    expect(bits(mixed.parameters.critic.slice(0, -1))).toEqual(bits(plain.parameters.critic));
    expect(bits(mixed.parameters.generator.slice(0, -1))).toEqual(bits(plain.parameters.generator));
    expect(mixed.weights).toEqual({ critic: [1], generator: [1] });
    plain.dispose();
    mixed.dispose();
  });

  test.each([
    ['GAN', gan],
    ['WGAN', wgan],
    ['WGAN-GP', wganGp],
  ])('%s leaves no tensor behind, and the same seed gives the same bits', async (_, options) => {
    const before = tf.memory();
    const first = await outcome({
      ...options,
      evaluate: { at: 4, measure: ({ weights }) => ({ w: weights.critic[0] }) },
    });
    const again = await outcome(options);
    expect(tf.memory().numTensors).toBe(before.numTensors);
    expect(tf.memory().numDataBuffers).toBe(before.numDataBuffers);
    expect(again.parameters).toEqual(first.parameters);
    expect((await outcome({ ...options, seed: 1 })).points).not.toEqual(first.points);
  });
});

/** Teams with weights that differ, and the tensors of one update. */
function position(rules: MixtureRules) {
  const { members, batch, critic, generator, optimisers } = rules;
  const players = {
    critic: newTeam(critic, members, optimisers.critic, stream(3, 'critic')),
    generator: newTeam(generator, members, optimisers.generator, stream(3, 'generator')),
  };
  const set = (side: 'critic' | 'generator', logits: number[]) => {
    tf.dispose(players[side].parameters.pop()!);
    players[side].parameters.push(tf.tensor1d(logits));
  };
  set('critic', [0.3, -0.5, 0.1]);
  set('generator', [-0.2, 0.4, 0.7]);
  const tensor = (n: number, name: string) =>
    tf.tensor2d(Float32Array.from(gaussian({ mean: [0, 0] }).sample(n, stream(3, name))), [n, 2]);
  const batchOf = {
    real: tensor(batch, 'real'),
    fakes: tensor(members * batch, 'fakes'),
    points: tensor(members * batch, 'points'),
  };
  return { players, batchOf, latents: tensor(members * batch, 'latents') };
}

const softmax = (x: number[]) => {
  const e = x.map(Math.exp);
  return e.map((v) => v / e.reduce((sum, w) => sum + w, 0));
};
const mean = (x: ArrayLike<number>) => Array.from(x).reduce((sum, v) => sum + v, 0) / x.length;

describe('the losses of a mixture', () => {
  beforeAll(() => select('cpu'));
  const rules: MixtureRules = { ...wganGp, entropy: 0.1, penalty: gradientPenalty({ lambda: 2 }) };

  test('are the double sums of the payoffs of pairs', () => {
    const { players, batchOf, latents } = position(rules);
    const { critic, generator } = players;
    const [c, g] = [teamParts(critic.parameters), teamParts(generator.parameters)];
    const [wc, wg] = [softmax([0.3, -0.5, 0.1]), softmax([-0.2, 0.4, 0.7])];
    const fields = c.members.map((parameters) => criticField(rules.critic, parameters));
    const part = (points: ArrayLike<number>, i: number) => Array.from(points).slice(i * 32, (i + 1) * 32);
    const fakes = batchOf.fakes.dataSync();
    let [loss, penalty, forGenerator] = [0, 0, 0];
    for (let j = 0; j < 3; j++) {
      loss -= wc[j] * mean(fields[j].values(batchOf.real.dataSync()));
      const gradients = fields[j].gradients(batchOf.points.dataSync());
      const slopes = Array.from({ length: 48 }, (_, k) => Math.hypot(gradients[2 * k], gradients[2 * k + 1]));
      penalty += wc[j] * 2 * mean(slopes.map((slope) => (slope - 1) ** 2));
      for (let i = 0; i < 3; i++) {
        loss += wc[j] * wg[i] * mean(fields[j].values(part(fakes, i)));
        const made = rules.generator.apply(g.members[i], tf.slice(latents, [16 * i, 0], [16, 2]));
        forGenerator -= wc[j] * wg[i] * mean(fields[j].values(made.dataSync()));
      }
    }
    const ofCritics = mixtureCriticLoss(rules, critic.parameters, g.logits, batchOf);
    const ofGenerators = mixtureGeneratorLoss(rules, generator.parameters, critic.parameters, latents);
    const entropy = (w: number[]) => 0.1 * -mean(w.map(Math.log));
    expect(ofCritics.loss.dataSync()[0]).toBeCloseTo(loss, 5);
    expect(ofCritics.penalty.dataSync()[0]).toBeCloseTo(penalty, 5);
    expect(ofCritics.regulariser.dataSync()[0]).toBeCloseTo(entropy(wc), 6);
    expect(ofGenerators.loss.dataSync()[0]).toBeCloseTo(forGenerator, 5);
    expect(ofGenerators.regulariser.dataSync()[0]).toBeCloseTo(entropy(wg), 6);
  });

  test('have the gradients of finite differences in the logits of the weights', () => {
    const { players, batchOf, latents } = position(rules);
    const { critic, generator } = players;
    const sum = (terms: Record<string, tf.Scalar>) => Object.values(terms).reduce((a, b) => tf.add(a, b));
    const losses = {
      critic: (own: tf.Tensor[]) =>
        sum({ ...mixtureCriticLoss(rules, own, teamParts(generator.parameters).logits, batchOf) }),
      generator: (own: tf.Tensor[]) =>
        sum({ ...mixtureGeneratorLoss(rules, own, critic.parameters, latents) }),
    };
    for (const side of ['critic', 'generator'] as const) {
      const { parameters } = players[side];
      const logits = [...parameters[parameters.length - 1].dataSync()];
      const at = (x: number[]) => losses[side]([...parameters.slice(0, -1), tf.tensor1d(x)]);
      const gradient = [
        ...tf
          .grad((x) => losses[side]([...parameters.slice(0, -1), x]))(tf.tensor1d(logits))
          .dataSync(),
      ];
      const h = 0.02;
      gradient.forEach((slope, k) => {
        const moved = (d: number) => at(logits.map((v, i) => (i === k ? v + d : v))).dataSync()[0];
        const difference = (8 * (moved(h) - moved(-h)) - (moved(2 * h) - moved(-2 * h))) / (12 * h); // of order h^4
        expect(Math.abs(slope - difference)).toBeLessThan(2e-5);
      });
      expect(Math.abs(gradient.reduce((a, b) => a + b))).toBeLessThan(1e-6); // a common shift changes no weight
      expect(Math.max(...gradient.map(Math.abs))).toBeGreaterThan(0.01);
    }
  });

  test('an update of one side moves all of its members and its weights, and nothing of the other', () => {
    const { players } = position(rules);
    const before = { critic: bits(players.critic.parameters), generator: bits(players.generator.parameters) };
    const turns = mixtureTurns(rules);
    const changed = (now: number[][], then: number[][]) =>
      now.filter((t, i) => t.some((v, k) => v !== then[i][k])).length;
    const critic = turns.critic(players, stream(0, 'turn')).player;
    expect(bits(players.generator.parameters)).toEqual(before.generator);
    expect(bits(players.critic.parameters)).toEqual(before.critic);
    expect(changed(bits(critic.parameters), before.critic)).toBeGreaterThanOrEqual(3 * 3 + 1);
    const generator = turns.generator(players, stream(0, 'turn')).player;
    expect(bits(players.critic.parameters)).toEqual(before.critic);
    expect(changed(bits(generator.parameters), before.generator)).toBe(before.generator.length);
  });

  test('a clip holds the nets and not the logits of their weights', () => {
    const clipped: MixtureRules = { ...wgan, entropy: 0.1, constraint: weightClip(0.05) };
    const { players } = position(clipped);
    const { parameters } = mixtureTurns(clipped).critic(players, stream(0, 'turn')).player;
    const { members, logits } = teamParts(parameters);
    expect(Math.max(...bits(members.flat()).flat().map(Math.abs))).toBeLessThanOrEqual(0.05);
    expect(Math.max(...[...logits.dataSync()].map(Math.abs))).toBeGreaterThan(0.3);
  });
});

describe('a team', () => {
  beforeAll(() => select('cpu'));

  test('begins with equal weights and members that differ; the first begins like a lone player', () => {
    const model = mlp({ layers: [2, 3, 1] });
    const team = teamParts(newTeam(model, 3, adam({ learningRate: 1 }), stream(1, 'team')).parameters);
    expect([...team.logits.dataSync()]).toEqual([0, 0, 0]);
    expect(bits(team.members[0])).toEqual(bits(model.init(stream(1, 'team'))));
    expect(new Set(team.members.map((member) => bits(member)[0][0])).size).toBe(3);
  });

  test('the regulariser is log T for equal weights, more for others, and large near a corner', () => {
    const of = (logits: number[]) => weightEntropy(tf.tensor1d(logits)).dataSync()[0];
    expect(of([0.7, 0.7, 0.7, 0.7])).toBeCloseTo(Math.log(4), 6);
    expect(of([5])).toBeCloseTo(0, 12);
    expect(of([1, 0, 0, 0])).toBeGreaterThan(Math.log(4));
    expect(of([0, -40])).toBeCloseTo(20, 4);
  });

  test('an optimiser of its own for the weights leaves the nets as they would be', async () => {
    const slow = await outcome({
      ...gan,
      steps: 1,
      optimisers: { ...gan.optimisers, weights: adam({ learningRate: 1e-9 }) },
    });
    const usual = await outcome({ ...gan, steps: 1, criticSteps: 2 });
    expect(slow.weights.generator.every((w) => Math.abs(w - 1 / 3) < 1e-6)).toBe(true);
    expect(usual.weights.generator.some((w) => Math.abs(w - 1 / 3) > 1e-3)).toBe(true);
    const o = teamOptimiser(adam({ learningRate: 0.1 }), adam({ learningRate: 0.2 }));
    const parameters = [tf.tensor1d([1]), tf.tensor1d([2]), tf.tensor1d([3])];
    const ones = parameters.map(() => tf.tensor1d([1]));
    const step = () => optimise(o, parameters, ones, o.init(parameters));
    const moved = bits(step().parameters).flat();
    for (const [i, v] of [0.9, 1.9, 2.8].entries()) expect(moved[i]).toBeCloseTo(v, 5);
    expect(step().state.step).toBe(1);
  });
});

describe('mixtureGame', () => {
  beforeAll(() => select('wasm'));

  test('without the regulariser the weight of a useless generator goes down faster than with it', async () => {
    const game = {
      ...gan,
      steps: 60,
      optimisers: { ...gan.optimisers, weights: adam({ learningRate: 0.05 }) },
    };
    const least = async (entropy: number) =>
      Math.min(...(await outcome({ ...game, entropy })).weights.generator);
    const [without, usual, strong] = [await least(0), await least(0.1), await least(10)];
    expect(without).toBeLessThan(usual);
    expect(usual).toBeLessThan(strong);
    expect(strong).toBeGreaterThan(0.3);
  });

  test('the mixture draws each generator as often as its weight says', async () => {
    const game = await mixtureGame({
      ...gan,
      optimisers: { ...gan.optimisers, weights: adam({ learningRate: 0.1 }) },
    });
    const n = 4000;
    const all = game.generator.sample(n, stream(0, 'mixture'));
    const average = (points: ArrayLike<number>) =>
      [0, 1].map((k) => mean(Array.from(points).filter((_, i) => i % 2 === k)));
    const expected = game.generators
      .map((law, i) => average(law.sample(n, stream(i, 'each'))).map((v) => game.weights.generator[i] * v))
      .reduce((a, b) => a.map((v, k) => v + b[k]));
    for (const [k, v] of average(all).entries()) expect(Math.abs(v - expected[k])).toBeLessThan(0.12);
    expect(mean(game.weights.generator) * 3).toBeCloseTo(1, 6);
    expect([...game.generator.sample(5, stream(1, 'x'))]).toEqual([
      ...game.generator.sample(5, stream(1, 'x')),
    ]);
    game.dispose();
  });

  test('goes on from its checkpoint with the same bits', async () => {
    const checkpoint = { name: 'mixture', everySeconds: 0, folder: mkdtempSync(join(tmpdir(), 'mixture-')) };
    const game = { ...wganGp, recordEvery: 1, seed: 4 };
    const whole = await outcome(game);
    let calls = 0;
    const killed = mixtureGame({
      ...game,
      checkpoint,
      onProgress: () => {
        if (++calls === 5) throw new Error('killed');
      },
    });
    await expect(killed).rejects.toThrow('killed');
    expect((await outcome({ ...game, checkpoint })).parameters).toEqual(whole.parameters);
  });

  test('wrong input is named', async () => {
    const call = (change: Partial<MixtureGameOptions>) => mixtureGame({ ...gan, ...change });
    await expect(call({ members: 0 })).rejects.toThrow('mixtureGame: members must be an integer >= 1, got 0');
    await expect(call({ entropy: -1 })).rejects.toThrow(
      'mixtureGame: entropy must be finite and >= 0, got -1',
    );
    await expect(call({ penalty: maxGradientPenalty({ lambda: 1, buffer: 1 / 8 }) })).rejects.toThrow(
      'must not remember anything',
    );
    await expect(call({ latent: gaussian({ mean: [0] }) })).rejects.toThrow(
      'mixtureGame: the generator takes 2',
    );
    await expect(call({ batch: 0.5 })).rejects.toThrow('mixtureGame: batch must be an integer >= 1, got 0.5');
    const before = tf.memory().numTensors;
    await expect(call({ steps: 0 })).rejects.toThrow('steps must be an integer >= 1, got 0');
    expect(tf.memory().numTensors).toBe(before);
  });
});
