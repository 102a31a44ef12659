import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { relu, tanh } from '../../src/models/activations';
import { mlp } from '../../src/models/mlp';
import { ganNonSaturating } from '../../src/objectives/gan';
import { wasserstein } from '../../src/objectives/wasserstein';
import { stream } from '../../src/rng/stream';
import { layerGradientNorms } from '../../src/training/layerGradientNorms';
import { portable, select } from '../support/backends';

const points = (n: number, purpose: string) =>
  Float64Array.from({ length: 2 * n }, () => stream(3, purpose).normal());
const [real, fake] = [points(5, 'real'), points(4, 'fake')];

describe.each(portable)('the gradient of the loss by layers, on %s', (backend) => {
  beforeAll(() => select(backend));

  test('of a deep linear critic falls back through the products of its weights', () => {
    // h1 = 3 x, h2 = -2 h1, f = 5 h2 on single numbers: dJ/df = 1/n on fake, -1/m on real.
    const model = mlp({ layers: [1, 1, 1, 1], activation: (h: tf.Tensor) => h });
    const parameters = [3, 0, -2, 0, 5, 0].map((w, i) => tf.tensor(i % 2 ? [w] : [[w]]));
    const atOutput = Math.sqrt(1 / 4 + 1 / 2);
    const norms = layerGradientNorms({ model, objective: wasserstein }, parameters, {
      real: [1, 2],
      fake: [3, 4, 5, 6],
    });
    expect([...norms].map((norm) => norm / atOutput)).toEqual([10, 5, 1].map((v) => expect.closeTo(v, 5)));
  });

  test.each([
    ['WGAN', wasserstein],
    ['the GAN', ganNonSaturating],
  ])('agrees with finite differences of the loss of %s in every hidden unit', (_, objective) => {
    const model = mlp({ layers: [2, 4, 3, 1], activation: tanh });
    const parameters = model.init(stream(1, 'init'));
    // A shift of one unit's bias for one point alone is a shift of that unit before its activation; so the gradient at h_l is
    // found by running what follows layer l on shifted outputs.
    const norms = layerGradientNorms({ model, objective }, parameters, { real, fake });
    const after = (l: number, h: tf.Tensor) => {
      let at = 2 * (l + 1);
      return model.layers!.slice(l + 1).reduce((x, layer) => {
        const y = layer.apply(parameters.slice(at, at + layer.size), x);
        at += layer.size;
        return y;
      }, h);
    };
    for (const l of [0, 1]) {
      let square = 0;
      for (const [batch, loss] of [
        [real, objective.varphi],
        [fake, objective.phi],
      ] as const) {
        const x = tf.tensor2d(Float32Array.from(batch), [batch.length / 2, 2]);
        let [h, at] = [x as tf.Tensor, 0];
        for (const layer of model.layers!.slice(0, l + 1)) {
          h = layer.apply(parameters.slice(at, at + layer.size), h);
          at += layer.size;
        }
        const values = h.dataSync();
        for (let k = 0; k < values.length; k++) {
          const shifted = (by: number) => {
            const moved = Float32Array.from(values);
            moved[k] += by;
            return tf.mean(loss(after(l, tf.tensor(moved, h.shape)))).dataSync()[0];
          };
          square += ((shifted(0.02) - shifted(-0.02)) / 0.04) ** 2;
        }
      }
      expect(norms[l]).toBeCloseTo(Math.sqrt(square), 3);
    }
  });

  test('is right where the squares are no 32-bit numbers', () => {
    const model = mlp({ layers: [1, 1, 1, 1, 1], activation: relu });
    const parameters = [1, 1, 1e-8, 0, 1e-8, 0, 1e-8, 0].map((w, i) => tf.tensor(i % 2 ? [w] : [[w]]));
    const norms = layerGradientNorms({ model, objective: wasserstein }, parameters, { real: [1], fake: [2] });
    expect([...norms].map((norm) => Math.log10(norm / Math.SQRT2))).toEqual(
      [-24, -16, -8, 0].map((v) => expect.closeTo(v, 4)),
    );
  });

  test('leaves no tensors behind', () => {
    const model = mlp({ layers: [2, 8, 8, 1] });
    const parameters = model.init(stream(1, 'init'));
    const before = tf.memory().numTensors;
    layerGradientNorms({ model, objective: wasserstein }, parameters, { real, fake });
    expect(tf.memory().numTensors).toBe(before);
  });
});

test('a critic that is not made of layers, or points that do not fit, are refused', () => {
  const model = mlp({ layers: [2, 4, 1] });
  const parameters = model.init(stream(0, 'init'));
  const { layers: _, ...bare } = model;
  expect(() =>
    layerGradientNorms({ model: bare, objective: wasserstein }, parameters, { real, fake }),
  ).toThrow('layerGradientNorms: mlp 2-4-1 is not made of layers');
  expect(() =>
    layerGradientNorms({ model, objective: wasserstein }, parameters, { real: [1, 2, 3], fake }),
  ).toThrow('points must be a positive multiple of 2 coordinates, got 3');
});
