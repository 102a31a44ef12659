import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { mlp } from '../../src/models/mlp';
import { softmaxRows } from '../../src/models/softmaxRows';
import { stream } from '../../src/rng/stream';
import { portable, select } from '../support/backends';

/** Softmax of one group in 64 bits, and its Jacobian. */
function reference(x: number[]) {
  const e = x.map((v) => Math.exp(v - Math.max(...x)));
  const s = e.map((v) => v / e.reduce((a, b) => a + b, 0));
  return { s, jacobian: s.map((si, i) => s.map((sj, j) => si * ((i === j ? 1 : 0) - sj))) };
}

describe.each(portable)('softmaxRows on %s', (backend) => {
  beforeAll(() => select(backend));
  const groups = [
    [0.3, -1, 2],
    [4, 4, -5],
  ];

  test('each group of classes sums to 1 and equals the 64-bit softmax', () => {
    const out = tf.tidy(() => softmaxRows(3)(tf.tensor2d(groups.flat(), [1, 6])).dataSync());
    groups
      .flatMap((x) => reference(x).s)
      .forEach((s, i) => {
        expect(out[i]).toBeCloseTo(s, 6);
      });
  });

  test('large logits do not overflow', () => {
    const out = tf.tidy(() => softmaxRows(2)(tf.tensor2d([[1000, 0]])).dataSync());
    expect([...out]).toEqual([1, 0]);
  });

  test('its derivative is s_i (1[i = j] - s_j) within the group and 0 beyond it', () => {
    const weights = [0.5, -2, 1, 0, 0, 0];
    const f = (x: tf.Tensor) => tf.sum(tf.mul(softmaxRows(3)(x), tf.tensor2d(weights, [1, 6])));
    const gradient = tf.tidy(() =>
      tf
        .grad(f)(tf.tensor2d(groups.flat(), [1, 6]))
        .dataSync(),
    );
    const { jacobian } = reference(groups[0]);
    for (let j = 0; j < 3; j++)
      expect(gradient[j]).toBeCloseTo(
        jacobian.reduce((sum, row, i) => sum + weights[i] * row[j], 0),
        6,
      );
    expect([...gradient.slice(3)].map(Math.abs)).toEqual([0, 0, 0]);
  });

  test('its second derivative is right, where that of tf.softmax is not', () => {
    const x = groups[0];
    const penalty = (softmax: (x: tf.Tensor) => tf.Tensor) => (at: tf.Tensor) => {
      const f = (y: tf.Tensor) => tf.sum(tf.square(softmax(y)));
      return tf.sum(tf.square(tf.grad(f)(at)));
    };
    const exact = (at: number[]) => {
      const { s, jacobian } = reference(at);
      return jacobian[0]
        .map((_, j) => jacobian.reduce((sum, row, i) => sum + 2 * s[i] * row[j], 0))
        .reduce((sum, g) => sum + g * g, 0);
    };
    const h = 1e-4;
    const moved = (j: number, by: number) => x.map((v, k) => (k === j ? v + by : v));
    const expected = x.map((_, j) => (exact(moved(j, h)) - exact(moved(j, -h))) / (2 * h));
    const gradient = (softmax: (x: tf.Tensor) => tf.Tensor) =>
      tf.tidy(() => [
        ...tf
          .grad(penalty(softmax))(tf.tensor2d([x]))
          .dataSync(),
      ]);
    gradient(softmaxRows(3)).forEach((g, j) => {
      expect(g).toBeCloseTo(expected[j], 5);
    });
    const error = gradient((y) => tf.softmax(y)).map((g, j) => Math.abs(g - expected[j]));
    expect(Math.max(...error)).toBeGreaterThan(0.01);
  });

  test('as the output of a perceptron it keeps the width of the last layer', () => {
    const model = mlp({ layers: [2, 6], outputActivation: softmaxRows(3) });
    const parameters = model.init(stream(0, 'softmax'));
    const out = tf.tidy(() => model.apply(parameters, tf.tensor2d([[1, 2]])));
    expect(out.shape).toEqual([1, 6]);
    tf.dispose([out, ...parameters]);
  });

  test('no tensors are left behind', () => {
    const before = tf.memory().numTensors;
    tf.tidy(() => softmaxRows(3)(tf.tensor2d(groups.flat(), [1, 6])).dataSync());
    expect(tf.memory().numTensors).toBe(before);
  });

  test.each([1, 0, 2.5])('%d classes are refused', (classes) => {
    expect(() => softmaxRows(classes)).toThrow(`got ${classes}`);
  });

  test('a row that is no whole number of groups is refused', () => {
    const wrong = () => tf.tidy(() => softmaxRows(3)(tf.zeros([2, 7])));
    expect(wrong).toThrow('a multiple of 3 entries in a row, got 7');
  });
});
