import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { adam } from '../../src/training/adam';
import { type Optimiser, optimise } from '../../src/training/optimiser';
import { rmsProp } from '../../src/training/rmsProp';
import { sgd } from '../../src/training/sgd';
import { portable, select } from '../support/backends';

const start = [1, -2, 3];
const curvature = [1, 10, 0.1];
const steps = 50;

/** Minimises sum c x^2 / 2 and returns x after every step. */
function run(optimiser: Optimiser): number[][] {
  let parameters: tf.Tensor[] = [tf.tensor1d(start)];
  let state = optimiser.init(parameters);
  const path: number[][] = [];
  for (let i = 0; i < steps; i++) {
    const next = tf.tidy(
      () => optimise(optimiser, parameters, [tf.mul(parameters[0], curvature)], state) as never,
    ) as ReturnType<typeof optimise>;
    tf.dispose([parameters, state.slots]);
    ({ parameters, state } = next);
    path.push([...parameters[0].dataSync()]);
  }
  tf.dispose([parameters, state.slots]);
  return path;
}

/** The same by TensorFlow.js's own optimisers. */
function runTensorflow(optimiser: tf.Optimizer): number[][] {
  const x = tf.variable(tf.tensor1d(start));
  const path: number[][] = [];
  for (let i = 0; i < steps; i++) {
    optimiser.minimize(() => tf.sum(tf.mul(tf.square(x), tf.div(curvature, 2))) as tf.Scalar);
    path.push([...x.dataSync()]);
  }
  tf.dispose(x);
  optimiser.dispose();
  return path;
}

/** RMSProp as Torch has it, in 64 bits. */
function rmsPropReference(rate: number, decay = 0.99, epsilon = 1e-8): number[][] {
  const x = [...start];
  const v = [0, 0, 0];
  return Array.from({ length: steps }, () => {
    x.forEach((value, i) => {
      const g = curvature[i] * value;
      v[i] = decay * v[i] + (1 - decay) * g * g;
      x[i] -= (rate * g) / (Math.sqrt(v[i]) + epsilon);
    });
    return [...x];
  });
}

function expectSamePath(a: number[][], b: number[][]): void {
  a.forEach((x, step) => {
    x.forEach((value, i) => {
      expect(Math.abs(value - b[step][i])).toBeLessThan(2e-5);
    });
  });
}

describe.each(portable)('on %s', (backend) => {
  beforeAll(() => select(backend));

  test('SGD takes the steps of tf.train.sgd', () => {
    expectSamePath(run(sgd({ learningRate: 0.1 })), runTensorflow(tf.train.sgd(0.1)));
  });

  test.each([
    [0.9, 0.999],
    [0.5, 0.9],
    [0, 0.9],
  ])('Adam with betas %d, %d takes the steps of tf.train.adam', (beta1, beta2) => {
    // TensorFlow.js has no beta of exactly 0: it reads it as missing.
    const peer = tf.train.adam(0.05, beta1 || 1e-12, beta2, 1e-8);
    expectSamePath(run(adam({ learningRate: 0.05, beta1, beta2 })), runTensorflow(peer));
  });

  test("RMSProp takes the steps of Torch's formula", () => {
    expectSamePath(run(rmsProp({ learningRate: 0.02 })), rmsPropReference(0.02));
  });
});

test('impossible rates are refused by name', () => {
  expect(() => sgd({ learningRate: 0 })).toThrow('sgd: learningRate must be finite and > 0, got 0');
  expect(() => adam({ learningRate: 1, beta1: 1 })).toThrow('adam: beta1 must be in [0, 1), got 1');
  expect(() => rmsProp({ learningRate: 1, decay: -1 })).toThrow('rmsProp: decay must be in [0, 1), got -1');
});
