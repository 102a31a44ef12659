import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { leakyRelu, sigmoid, tanh } from '../../src/models/activations';
import { dcganCritic } from '../../src/models/dcganCritic';
import { dcganGenerator } from '../../src/models/dcganGenerator';
import { gated } from '../../src/models/gated';
import { lecunNormal, normal } from '../../src/models/initialisers';
import type { Model } from '../../src/models/model';
import { batchNorm, layerNorm } from '../../src/models/normalisation';
import { stream } from '../../src/rng/stream';
import { portable, select } from '../support/backends';
import {
  convolution64,
  dense64,
  elementwise64,
  normalised64,
  reshaped64,
  run64,
  type Step,
  transposedConvolution64,
} from '../support/reference64';
import { activationReferences, centralDifferences, relativeError } from '../support/referenceCritic';

const step = (name: string) => elementwise64(activationReferences[name]);

const critic: [Model, Step[]] = [
  dcganCritic({
    size: 7,
    channels: 3,
    filters: [2, 3],
    normalisation: layerNorm(),
    initialiser: lecunNormal,
  }),
  [
    reshaped64(7, 7, 3),
    convolution64(5, 2),
    step('leakyRelu'),
    convolution64(5, 3),
    normalised64('layer'),
    step('leakyRelu'),
    reshaped64(12),
    dense64(1),
  ],
];

const smallGenerator = { noise: 4, size: 7, channels: 2, filters: [2, 3], initialiser: lecunNormal };
const generatorSteps = (activation: Step, ...between: Step[]) => [
  dense64(12),
  reshaped64(2, 2, 3),
  ...between,
  activation,
  transposedConvolution64(5, 4, 2),
  ...between,
  activation,
  transposedConvolution64(5, 7, 2),
  step('tanh'),
];
const generator: [Model, Step[]] = [
  dcganGenerator({ ...smallGenerator, activation: tanh }),
  generatorSteps(step('tanh'), normalised64('batch')),
];

const inputs = (model: Model, batch: number) => {
  const draw = stream(0, 'inputs');
  return Array.from({ length: batch }, () => Array.from({ length: model.inputs }, () => draw.normal()));
};
const initial = (model: Model) => model.init(stream(0, 'init')).map((p) => p.add(0.1));
const flat = (tensors: tf.Tensor[]) => tensors.flatMap((t) => Array.from(t.dataSync()));

describe.each(portable)('on %s', (backend) => {
  beforeAll(() => select(backend));

  test.each([
    ['critic', critic],
    ['generator with batch norm', generator],
    [
      'generator without',
      [dcganGenerator({ ...smallGenerator, normalisation: false }), generatorSteps(step('relu'))],
    ],
  ] as [string, typeof critic][])('a DCGAN %s equals the 64-bit reference', (_, [model, steps]) => {
    tf.tidy(() => {
      const parameters = initial(model);
      const rows = inputs(model, 3);
      const out = model.apply(parameters, tf.tensor2d(rows));
      expect(out.shape).toEqual([3, model.outputs]);
      const expected = run64(steps, flat(parameters), { shape: [model.inputs], rows }).flat();
      expect(relativeError(out.dataSync(), expected)).toBeLessThan(1e-5);
    });
  });

  test('a generator through batch norm and transposed convolutions has the gradient of finite differences', () => {
    const [model, steps] = generator;
    tf.tidy(() => {
      const parameters = initial(model);
      const rows = inputs(model, 3);
      const weights = Array.from({ length: 3 * model.outputs }, (_, i) => Math.sin(i));
      const found = tf.grads((...p: tf.Tensor[]) =>
        tf.sum(tf.mul(model.apply(p, tf.tensor2d(rows)).flatten(), tf.tensor1d(weights))),
      )(parameters);
      const loss = (p: ArrayLike<number>) =>
        run64(steps, p, { shape: [model.inputs], rows })
          .flat()
          .reduce((sum, value, i) => sum + value * weights[i], 0);
      expect(relativeError(flat(found), centralDifferences(loss, flat(parameters)))).toBeLessThan(1e-4);
    });
  });

  test('batch norm standardises each channel over batch and pixels, layer norm each row over all', () => {
    tf.tidy(() => {
      const h = tf.tensor(inputs(critic[0], 6).flat(), [6, 7, 7, 3]).mul([1, 20, 3]).add(5);
      const moments = (x: tf.Tensor, axes: number[]) => {
        const { mean, variance } = tf.moments(x, axes);
        return [...mean.dataSync(), ...variance.sub(1).dataSync()];
      };
      for (const number of moments(batchNorm().apply(h), [0, 1, 2]))
        expect(Math.abs(number)).toBeLessThan(1e-4);
      for (const number of moments(layerNorm().apply(h), [1, 2, 3]))
        expect(Math.abs(number)).toBeLessThan(1e-4);
    });
  });

  test('layer norm does not see the size and the level of a row', () => {
    tf.tidy(() => {
      const h = tf.tensor2d(inputs(critic[0], 2));
      const { apply } = layerNorm();
      expect(relativeError(apply(h.mul(7).sub(3)).dataSync(), apply(h).dataSync())).toBeLessThan(1e-5);
    });
  });
});

test.each([
  [28, 1, [28, 14, 7, 4]],
  [32, 3, [32, 16, 8, 4]],
  [64, 3, [64, 32, 16, 8]],
])(
  'of images of side %d with %d channels the parameters have the shapes of the released code',
  (size, channels, sides) => {
    const filters = [2, 4, 8];
    const shapes = (model: Model) =>
      tf.tidy(() => model.init(stream(0, 'shapes')).map((p) => p.shape)) as number[][];
    const features = sides[3] ** 2 * 8;
    expect(shapes(dcganCritic({ size, channels, filters }))).toEqual([
      [5, 5, channels, 2],
      [2],
      [5, 5, 2, 4],
      [4],
      [5, 5, 4, 8],
      [8],
      [features, 1],
      [1],
    ]);
    expect(shapes(dcganGenerator({ size, channels, filters, normalisation: false }))).toEqual([
      [128, features],
      [features],
      [5, 5, 4, 8],
      [4],
      [5, 5, 2, 4],
      [2],
      [5, 5, channels, 2],
      [channels],
    ]);
  },
);

test('a constant number of filters, gated units and images in [0, 1] are options', () => {
  tf.tidy(() => {
    const options = { size: 8, channels: 1, filters: [2, 2, 2], activation: gated };
    const model = dcganGenerator({ ...options, outputActivation: sigmoid });
    const images = model.apply(model.init(stream(0, 'g')), tf.tensor2d(inputs(model, 2)));
    expect(images.shape).toEqual([2, 64]);
    expect(Math.min(...images.dataSync())).toBeGreaterThan(0);
    const judge = dcganCritic(options);
    expect(judge.apply(judge.init(stream(0, 'd')), images).shape).toEqual([2, 1]);
  });
});

test('the weights start normal with deviation 0.02, the biases at 0', () => {
  const parameters = dcganCritic({ size: 28, channels: 1, filters: [32, 64] }).init(stream(0, 'start'));
  const weights = Array.from(parameters[2].dataSync());
  expect(Math.sqrt(weights.reduce((sum, w) => sum + w * w, 0) / weights.length)).toBeCloseTo(0.02, 3);
  expect(Math.abs(weights.reduce((sum, w) => sum + w, 0) / weights.length)).toBeLessThan(3e-4);
  expect(new Set(parameters[3].dataSync())).toEqual(new Set([0]));
  tf.dispose(parameters);
});

test.each([
  [
    'dcganCritic: size must be an integer >= 1, got 0',
    () => dcganCritic({ size: 0, channels: 1, filters: [1] }),
  ],
  [
    'filters[1] must be an integer >= 1, got 1.5',
    () => dcganCritic({ size: 28, channels: 1, filters: [1, 1.5] }),
  ],
  [
    'filters must hold at least one number, got []',
    () => dcganCritic({ size: 28, channels: 1, filters: [] }),
  ],
  [
    'dcganGenerator: images of 7 x 7 can be halved fewer than 3 times',
    () => dcganGenerator({ size: 7, channels: 1, filters: [1, 1, 1] }),
  ],
  [
    'noise must be an integer >= 1, got -1',
    () => dcganGenerator({ noise: -1, size: 8, channels: 1, filters: [1] }),
  ],
  ['layerNorm: epsilon must be finite and > 0, got 0', () => layerNorm({ epsilon: 0 })],
  ['batchNorm: epsilon must be finite and > 0, got NaN', () => batchNorm({ epsilon: Number.NaN })],
  ['normal: deviation must be finite and > 0, got -1', () => normal(-1)],
  [
    'has 4 parameters, got 0',
    () =>
      dcganCritic({ size: 8, channels: 1, filters: [1], activation: leakyRelu() }).apply(
        [],
        tf.zeros([1, 64]),
      ),
  ],
])('bad input is named: %s', (message, call) => {
  expect(call).toThrow(message);
});
