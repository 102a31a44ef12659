import * as tf from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { leakyRelu, shiftedSoftplus, tanh } from '../../src/models/activations';
import { dcganCritic } from '../../src/models/dcganCritic';
import { gated } from '../../src/models/gated';
import { lecunNormal } from '../../src/models/initialisers';
import { mlp } from '../../src/models/mlp';
import type { Model } from '../../src/models/model';
import { batchNorm, layerNorm } from '../../src/models/normalisation';
import { wasserstein } from '../../src/objectives/wasserstein';
import { gradientPenalty } from '../../src/penalties/gradientPenalty';
import { stream } from '../../src/rng/stream';
import { criticLoss } from '../../src/training/criticUpdate';
import { portable, select } from '../support/backends';
import {
  convolution64,
  dense64,
  elementwise64,
  inputGradients64,
  normalised64,
  reshaped64,
  run64,
  type Step,
} from '../support/reference64';
import { activationReferences, centralDifferences, relativeError } from '../support/referenceCritic';

const batch = 3;
const lambda = 10;
const smooth = activationReferences.shiftedSoftplus;
const half =
  (n: number): Step =>
  // tanh(a) sigmoid(b) of the two halves of the last axis
  ({ shape, rows }) => ({
    shape: [...shape.slice(0, -1), n],
    rows: rows.map((row) =>
      Array.from({ length: row.length / 2 }, (_, k) => {
        const at = Math.floor(k / n) * 2 * n + (k % n);
        return Math.tanh(row[at]) / (1 + Math.exp(-row[at + n]));
      }),
    ),
  });

const mlpOptions = { layers: [2, 6, 5, 1], activation: tanh, initialiser: lecunNormal };
const mlpSteps = (...between: Step[]) => [dense64(6), ...between, dense64(5), ...between, dense64(1)];
const tanh64 = elementwise64(activationReferences.tanh);
const images = { size: 5, channels: 1, filters: [2, 3], kernel: 3, initialiser: lecunNormal };
const imageSteps = (...between: Step[]) => [
  reshaped64(5, 5, 1),
  convolution64(3, 2),
  elementwise64(smooth),
  convolution64(3, 3),
  ...between,
  elementwise64(smooth),
  reshaped64(12),
  dense64(1),
];

const critics: Record<string, { model: Model; steps: Step[] }> = {
  'an MLP with layer norm': {
    model: mlp({ ...mlpOptions, normalisation: layerNorm() }),
    steps: mlpSteps(normalised64('layer'), tanh64),
  },
  'an MLP with batch norm': {
    model: mlp({ ...mlpOptions, normalisation: batchNorm() }),
    steps: mlpSteps(normalised64('batch'), tanh64),
  },
  'an MLP with gated units': {
    model: mlp({ ...mlpOptions, activation: gated }),
    steps: [dense64(12), half(6), dense64(10), half(5), dense64(1)],
  },
  'a DCGAN critic': {
    model: dcganCritic({ ...images, activation: shiftedSoftplus }),
    steps: imageSteps(),
  },
  'a DCGAN critic with layer norm': {
    model: dcganCritic({ ...images, activation: shiftedSoftplus, normalisation: layerNorm() }),
    steps: imageSteps(normalised64('layer')),
  },
};

/** The points of a step: real, fake, and where the penalty looks. */
function points(model: Model) {
  const draw = stream(0, 'layers under penalty');
  const rows = () =>
    Array.from({ length: batch }, () => Array.from({ length: model.inputs }, () => draw.normal()));
  return { real: rows(), fake: rows(), points: rows() };
}

const parametersOf = (model: Model) => model.init(stream(0, 'init')).map((p) => p.add(0.05));
const flat = (tensors: tf.Tensor[]) => tensors.flatMap((t) => Array.from(t.dataSync()));
const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/** Gradient of the loss with its penalty, by TensorFlow.js in 32 bits. */
function gradient(model: Model): number[] {
  const { real, fake, points: at } = points(model);
  const tensors = { real: tf.tensor2d(real), fake: tf.tensor2d(fake), points: tf.tensor2d(at) };
  const rules = { model, objective: wasserstein, penalty: gradientPenalty({ lambda }) };
  const loss = (...p: tf.Tensor[]) => {
    const parts = criticLoss(rules, p, tensors);
    return tf.add(parts.loss, parts.penalty) as tf.Scalar;
  };
  return flat(tf.grads(loss)(parametersOf(model)));
}

/** The same by differences of a 64-bit reference, whose slopes are differences too. */
function differences({ model, steps }: (typeof critics)[string]): number[] {
  const { real, fake, points: at } = points(model);
  const loss = (p: ArrayLike<number>) => {
    const critic = (x: number[][]) => run64(steps, p, { shape: [model.inputs], rows: x });
    const norms = inputGradients64(critic, at).map((row) => Math.hypot(...row));
    const penalty = lambda * mean(norms.map((norm) => (norm - 1) ** 2));
    return mean(critic(fake).flat()) - mean(critic(real).flat()) + penalty;
  };
  return centralDifferences(loss, flat(parametersOf(model)), 1e-4);
}

describe('a WGAN-GP critic step has the gradient of finite differences', () => {
  test.each(Object.keys(critics))('for %s', async (name) => {
    await select('cpu');
    const expected = tf.tidy(() => differences(critics[name]));
    for (const backend of portable) {
      await select(backend);
      const found = tf.tidy(() => gradient(critics[name].model));
      expect(relativeError(found, expected)).toBeLessThan(1e-4);
    }
  });
});

test('wasm and cpu agree on the step of a DCGAN critic with kinks and an odd side', async () => {
  const model = dcganCritic({ size: 11, channels: 3, filters: [3, 4, 5], activation: leakyRelu(0.2) });
  const found: number[][] = [];
  for (const backend of portable) {
    await select(backend);
    found.push(tf.tidy(() => gradient(model)));
  }
  expect(relativeError(found[0], found[1])).toBeLessThan(1e-5);
});
