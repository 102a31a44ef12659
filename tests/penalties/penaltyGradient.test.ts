import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import * as activations from '../../src/models/activations';
import { lecunNormal } from '../../src/models/initialisers';
import { mlp } from '../../src/models/mlp';
import { ganMinimax, ganNonSaturating } from '../../src/objectives/gan';
import type { Objective } from '../../src/objectives/objective';
import { wasserstein } from '../../src/objectives/wasserstein';
import { gradientPenalty } from '../../src/penalties/gradientPenalty';
import { stream } from '../../src/rng/stream';
import { criticLoss } from '../../src/training/criticUpdate';
import { portable, select } from '../support/backends';
import {
  activationReferences,
  centralDifferences,
  referenceCritic,
  relativeError,
} from '../support/referenceCritic';

const layers = [2, 6, 5, 1];
const batch = 7;
const lambda = 10;
const softplus = activationReferences.softplus.f;

const objectives: { objective: Objective; phi: (f: number) => number; varphi: (f: number) => number }[] = [
  { objective: ganMinimax, phi: softplus, varphi: (f) => softplus(-f) },
  { objective: ganNonSaturating, phi: softplus, varphi: (f) => softplus(-f) },
  { objective: wasserstein, phi: (f) => f, varphi: (f) => -f },
];

const used: Record<string, activations.Activation> = {
  ...activations,
  leakyRelu: activations.leakyRelu(0.2),
} as never;
const penalties = [gradientPenalty({ lambda }), gradientPenalty({ lambda, target: 0 }), undefined];

/** Gradient of the critic's whole loss: by TensorFlow.js in 32 bits, and by differences of a 64-bit reference. */
function bothGradients(
  activation: activations.Activation,
  reference: (typeof activationReferences)[string],
  { objective, phi, varphi }: (typeof objectives)[number],
  target: number | undefined,
) {
  const model = mlp({ layers, activation, initialiser: lecunNormal });
  const draw = stream(0, 'penalty gradient');
  const rows = () => Array.from({ length: batch }, () => [draw.normal() / 2, draw.normal() / 2]);
  const [real, fake, points] = [rows(), rows(), rows()];
  const parameters = model.init(draw.split('init')).map((p) => p.add(0.05));
  const penalty = target === undefined ? undefined : gradientPenalty({ lambda, target });
  const tensors = { real: tf.tensor2d(real), fake: tf.tensor2d(fake), points: tf.tensor2d(points) };
  const gradients = tf.grads((...p: tf.Tensor[]) => {
    const parts = criticLoss({ model, objective, penalty }, p, tensors);
    return tf.add(parts.loss, parts.penalty) as tf.Scalar;
  })(parameters);
  const flat = (ts: tf.Tensor[]) => ts.flatMap((t) => Array.from(t.dataSync()));
  const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const loss = (p: ArrayLike<number>) => {
    const critic = referenceCritic(layers, p, reference);
    const gan = mean(fake.map((x) => phi(critic.value(x)))) + mean(real.map((x) => varphi(critic.value(x))));
    if (target === undefined) return gan;
    return gan + lambda * mean(points.map((x) => (Math.hypot(...critic.gradient(x)) - target) ** 2));
  };
  return { tensorflow: flat(gradients), differences: centralDifferences(loss, flat(parameters)) };
}

describe.each(portable)('penalty gradient equals finite differences on %s', (backend) => {
  beforeAll(() => select(backend));

  describe.each(Object.keys(activationReferences))('%s', (name) => {
    test.each(objectives)('$objective.name', (objective) => {
      for (const penalty of penalties) {
        const target = penalty && (penalty.name.includes('10') ? 1 : 0);
        const { tensorflow, differences } = tf.tidy(
          () => bothGradients(used[name], activationReferences[name], objective, target) as never,
        ) as ReturnType<typeof bothGradients>;
        expect(relativeError(tensorflow, differences)).toBeLessThan(1e-4);
      }
    });
  });

  test.each(['tanh', 'sigmoid', 'exp'] as const)('with tf.%s in its place it does not', (name) => {
    const { tensorflow, differences } = tf.tidy(
      () => bothGradients(tf[name] as never, activationReferences[name], objectives[2], 1) as never,
    ) as ReturnType<typeof bothGradients>;
    expect(relativeError(tensorflow, differences)).toBeGreaterThan(0.01);
  });
});

test('every activation of src/models has a reference here', () => {
  expect(Object.keys(activationReferences).sort()).toEqual(Object.keys(activations).sort());
});
