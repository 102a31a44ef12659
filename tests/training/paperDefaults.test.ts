import { beforeAll, describe, expect, test } from 'vitest';
import { gaussian } from '../../src/distributions/gaussian';
import { ringOfGaussians } from '../../src/distributions/ringOfGaussians';
import { mlp } from '../../src/models/mlp';
import * as defaults from '../../src/training/paperDefaults';
import { playGame } from '../../src/training/playGame';
import { select } from '../support/backends';

const {
  dcganDefaults: dcgan,
  lsganDefaults: lsgan,
  wganDefaults: wgan,
  wganGpDefaults: wganGp,
  wganGpToyDefaults: toy,
} = defaults;

test('WGAN: Algorithm 1 of its paper', () => {
  expect(wgan.optimisers.critic.name).toBe('RMSProp (0.00005)');
  expect(wgan.optimisers.generator).toBe(wgan.optimisers.critic);
  expect(wgan.constraint?.name).toBe('weight clip (c = 0.01)');
  expect(wgan).toMatchObject({ criticSteps: 5, batch: 64, objective: { name: 'WGAN' } });
  expect(wgan.penalty).toBeUndefined();
});

test('WGAN-GP: Algorithm 1 of its paper, and its toy script', () => {
  expect(wganGp.optimisers.critic.name).toBe('Adam (0.0001, β 0, 0.9)');
  expect(wganGp.penalty?.name).toBe('gradient penalty (λ = 10)');
  expect(wganGp).toMatchObject({ criticSteps: 5, batch: 64, objective: { name: 'WGAN' } });
  expect(wganGp.constraint).toBeUndefined();
  expect(toy.optimisers.critic.name).toBe('Adam (0.0001, β 0.5, 0.9)');
  expect(toy.penalty?.name).toBe('gradient penalty (λ = 0.1)');
  expect(toy).toMatchObject({ criticSteps: 5, batch: 256 });
});

test('DCGAN and LSGAN: the baselines of the WGAN-GP paper', () => {
  expect(dcgan.optimisers.critic.name).toBe('Adam (0.0002, β 0.5, 0.999)');
  expect(dcgan).toMatchObject({ criticSteps: 1, batch: 64, objective: { name: 'GAN (non-saturating)' } });
  expect(lsgan.optimisers.critic.name).toBe('RMSProp (0.0001, decay 0.9)');
  expect(lsgan).toMatchObject({ criticSteps: 1, batch: 64, objective: { name: 'LSGAN (0, 1, 1)' } });
});

describe('with two players and their points', () => {
  beforeAll(() => select('wasm'));

  test.each(Object.entries(defaults))('%s are a game', async (_, rules) => {
    const game = await playGame({
      ...rules,
      real: ringOfGaussians(),
      latent: gaussian({ mean: [0, 0] }),
      generator: mlp({ layers: [2, 8, 2] }),
      critic: mlp({ layers: [2, 8, 1] }),
      steps: 2,
      seed: 0,
    });
    expect(game.step).toBe(2);
    game.dispose();
  });
});
