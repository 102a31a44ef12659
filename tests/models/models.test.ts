import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import * as activations from '../../src/models/activations';
import { criticField } from '../../src/models/field';
import * as initialisers from '../../src/models/initialisers';
import { inputGradient, rowNorms } from '../../src/models/inputGradient';
import { mlp } from '../../src/models/mlp';
import { stream } from '../../src/rng/stream';
import { portable, select } from '../support/backends';
import {
  activationReferences,
  centralDifferences,
  referenceCritic,
  relativeError,
} from '../support/referenceCritic';

const grid = [-20, -5, -1.3, -0.4, -1e-3, 1e-3, 0.4, 1.3, 5, 20];
const named: Record<string, activations.Activation> = {
  ...activations,
  leakyRelu: activations.leakyRelu(0.2),
} as never;

describe.each(portable)('on %s', (backend) => {
  beforeAll(() => select(backend));

  test.each(Object.keys(activationReferences))('%s has the right value and slope from -20 to 20', (name) => {
    const { f, df } = activationReferences[name];
    const points = grid.filter((x) => name !== 'exp' || x < 10);
    tf.tidy(() => {
      const value = named[name](tf.tensor1d(points)).dataSync();
      const slope = tf
        .grad((x) => tf.sum(named[name](x)))(tf.tensor1d(points))
        .dataSync();
      points.forEach((x, i) => {
        expect(Math.abs(value[i] - f(x))).toBeLessThan(3e-6 * (1 + Math.abs(f(x))));
        expect(Math.abs(slope[i] - df(x))).toBeLessThan(3e-6 * (1 + Math.abs(df(x))));
      });
    });
  });

  test.each(['tanh', 'sigmoid', 'exp', 'softplus', 'swish'])('%s differentiates three times', (name) => {
    const { df } = activationReferences[name];
    const third = tf.grad((x) =>
      tf.sum(tf.grad((y) => tf.sum(tf.grad((z) => tf.sum(named[name](z)))(y)))(x)),
    );
    tf.tidy(() => {
      const at = 0.4;
      const h = 1e-3;
      const expected = (df(at + h) - 2 * df(at) + df(at - h)) / h ** 2;
      expect(third(tf.tensor1d([at])).dataSync()[0]).toBeCloseTo(expected, 4);
    });
  });

  test('an MLP and its input gradient equal the 64-bit reference', () => {
    const layers = [3, 8, 5, 1];
    const model = mlp({ layers, activation: activations.tanh });
    const parameters = model.init(stream(0, 'mlp'));
    const flat = parameters.flatMap((p) => Array.from(p.dataSync()));
    const reference = referenceCritic(layers, flat, activationReferences.tanh);
    const points = [0.1, -2, 0.5, 1, 1, 1];
    const field = criticField(model, parameters);
    const rows = [points.slice(0, 3), points.slice(3)];
    expect(relativeError(field.values(points), rows.map(reference.value))).toBeLessThan(1e-5);
    expect(relativeError(field.gradients(points), rows.flatMap(reference.gradient))).toBeLessThan(1e-5);
    expect(
      relativeError(
        reference.gradient(rows[0]),
        centralDifferences((x) => reference.value([...x]), rows[0]),
      ),
    ).toBeLessThan(1e-6);
    tf.dispose(parameters);
  });

  test('the slope of a linear critic is its weight, everywhere', () => {
    const critic = (x: tf.Tensor2D) => tf.matMul(x, tf.tensor2d([[3], [4]])) as tf.Tensor2D;
    tf.tidy(() => {
      const norms = rowNorms(
        inputGradient(
          critic,
          tf.tensor2d([
            [0, 0],
            [5, -7],
          ]),
        ),
      ).dataSync();
      expect([...norms]).toEqual([5, 5]);
      expect(rowNorms(tf.zeros([1, 2])).dataSync()[0]).toBeLessThan(1e-5);
      const slope = tf
        .grad((x) => tf.sum(rowNorms(x as tf.Tensor2D)))(tf.zeros([1, 2]))
        .dataSync();
      expect([...slope]).toEqual([0, 0]);
    });
  });
});

test('the same seed gives the same parameters, another seed others', () => {
  const model = mlp({ layers: [2, 16, 1] });
  const read = (seed: number) => {
    const parameters = model.init(stream(seed, 'init'));
    const numbers = parameters.map((p) => [...p.dataSync()]);
    tf.dispose(parameters);
    return numbers;
  };
  expect(read(0)).toEqual(read(0));
  expect(read(1)).not.toEqual(read(0));
  expect(read(0).map((p) => p.length)).toEqual([32, 16, 16, 1]);
});

test.each([
  ['heNormal', Math.sqrt(2 / 200)],
  ['heUniform', Math.sqrt(2 / 200)],
  ['glorotUniform', Math.sqrt(2 / (200 + 100))],
  ['lecunNormal', Math.sqrt(1 / 200)],
  ['torchUniform', Math.sqrt(1 / 3 / 200)],
] as const)('weights of %s have mean 0 and standard deviation %d on a 200-100 layer', (name, expected) => {
  const draw = stream(0, name);
  const w = Array.from({ length: 20_000 }, () => initialisers[name].weight(draw, 200, 100));
  expect(Math.abs(w.reduce((a, b) => a + b) / w.length)).toBeLessThan(0.03 * expected);
  expect(Math.sqrt(w.reduce((a, b) => a + b * b) / w.length) / expected).toBeCloseTo(1, 1.6);
});

test('impossible layers, parameters and points are refused by name', () => {
  expect(() => mlp({ layers: [2] })).toThrow('got [2]');
  expect(() => mlp({ layers: [2, 0, 1] })).toThrow('got [2, 0, 1]');
  expect(() => mlp({ layers: [2, 1] }).apply([], tf.zeros([1, 2]))).toThrow('has 2 parameters, got 0');
  expect(() => criticField(mlp({ layers: [2, 1] }), []).values([1, 2, 3])).toThrow(
    'multiple of 2 coordinates, got 3',
  );
  expect(() => activations.leakyRelu(Number.NaN)).toThrow('got NaN');
});
