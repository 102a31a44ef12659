import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import * as activations from '../../src/models/activations';
import { lecunNormal } from '../../src/models/initialisers';
import { mlp } from '../../src/models/mlp';
import { ganMinimax, ganNonSaturating } from '../../src/objectives/gan';
import { hinge } from '../../src/objectives/hinge';
import { leastSquares } from '../../src/objectives/leastSquares';
import { lganExp, lganSqrt } from '../../src/objectives/lipschitzGan';
import type { Objective } from '../../src/objectives/objective';
import { wasserstein } from '../../src/objectives/wasserstein';
import { gradientPenalty } from '../../src/penalties/gradientPenalty';
import { maxAugmentedLagrangian } from '../../src/penalties/maxAugmentedLagrangian';
import { maxGradientPenalty } from '../../src/penalties/maxGradientPenalty';
import { oneSidedGradientPenalty } from '../../src/penalties/oneSidedGradientPenalty';
import type { Penalty } from '../../src/penalties/penalty';
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

const least = leastSquares({ a: -1, b: 1, c: 0 });
const objectives: { objective: Objective; phi: (f: number) => number; varphi: (f: number) => number }[] = [
  { objective: ganMinimax, phi: softplus, varphi: (f) => softplus(-f) },
  { objective: ganNonSaturating, phi: softplus, varphi: (f) => softplus(-f) },
  { objective: wasserstein, phi: (f) => f, varphi: (f) => -f },
  { objective: least, phi: (f) => (f + 1) ** 2 / 2, varphi: (f) => (f - 1) ** 2 / 2 },
  { objective: hinge, phi: (f) => Math.max(0, 1 + f), varphi: (f) => Math.max(0, 1 - f) },
  { objective: lganExp, phi: Math.exp, varphi: (f) => Math.exp(-f) },
  { objective: lganSqrt, phi: (f) => f + Math.hypot(f, 1), varphi: (f) => Math.hypot(f, 1) - f },
];

const used: Record<string, activations.Activation> = {
  ...activations,
  leakyRelu: activations.leakyRelu(0.2),
} as never;
const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
const mu = 0.7;
/** A penalty and what the slopes cost; `high` is three quarters of the net's largest slope. */
const penalties: {
  penalty(high: number): Penalty | undefined;
  cost(slopes: number[], high: number): number;
}[] = [
  {
    penalty: () => gradientPenalty({ lambda, target: 0 }),
    cost: (slopes) => mean(slopes.map((n) => lambda * n ** 2)),
  },
  {
    penalty: (target) => oneSidedGradientPenalty({ lambda, target }),
    cost: (slopes, target) => mean(slopes.map((n) => lambda * Math.max(0, n - target) ** 2)),
  },
  { penalty: () => maxGradientPenalty({ lambda }), cost: (slopes) => lambda * Math.max(...slopes) ** 2 },
  {
    penalty: () => maxGradientPenalty({ lambda, target: 1, buffer: 1 / 8 }),
    cost: (slopes) => lambda * (Math.max(...slopes) - 1) ** 2,
  },
  {
    penalty: () => maxAugmentedLagrangian({ lambda }),
    cost: (slopes) => lambda * (Math.max(...slopes) - 1) ** 2 + mu * (Math.max(...slopes) - 1),
  },
  {
    penalty: () => gradientPenalty({ lambda }),
    cost: (slopes) => mean(slopes.map((n) => lambda * (n - 1) ** 2)),
  },
  { penalty: () => undefined, cost: () => 0 },
];

/** Gradient of the critic's whole loss: by TensorFlow.js in 32 bits, and by differences of a 64-bit reference. */
function bothGradients(
  activation: activations.Activation,
  reference: (typeof activationReferences)[string],
  { objective, phi, varphi }: (typeof objectives)[number],
  { penalty: penaltyFor, cost }: (typeof penalties)[number],
) {
  const model = mlp({ layers, activation, initialiser: lecunNormal });
  const draw = stream(0, 'penalty gradient');
  const rows = () => Array.from({ length: batch }, () => [draw.normal() / 2, draw.normal() / 2]);
  const [real, fake, points] = [rows(), rows(), rows()];
  const parameters = model.init(draw.split('init')).map((p) => p.add(0.05));
  const flat = (ts: tf.Tensor[]) => ts.flatMap((t) => Array.from(t.dataSync()));
  const slopes = (p: ArrayLike<number>) => {
    const critic = referenceCritic(layers, p, reference);
    return points.map((x) => Math.hypot(...critic.gradient(x)));
  };
  const high = 0.75 * Math.max(...slopes(flat(parameters)));
  const penalty = penaltyFor(high);
  const tensors = { real: tf.tensor2d(real), fake: tf.tensor2d(fake), points: tf.tensor2d(points) };
  const gradients = tf.grads((...p: tf.Tensor[]) => {
    const memory = penalty?.memory && [tf.scalar(mu), tf.zeros([0, 2])];
    const parts = criticLoss({ model, objective, penalty }, p, tensors, memory);
    return tf.add(parts.loss, parts.penalty) as tf.Scalar;
  })(parameters);
  const loss = (p: ArrayLike<number>) => {
    const critic = referenceCritic(layers, p, reference);
    const gan = mean(fake.map((x) => phi(critic.value(x)))) + mean(real.map((x) => varphi(critic.value(x))));
    return gan + cost(slopes(p), high);
  };
  return { tensorflow: flat(gradients), differences: centralDifferences(loss, flat(parameters)) };
}

describe.each(portable)('penalty gradient equals finite differences on %s', (backend) => {
  beforeAll(() => select(backend));

  describe.each(Object.keys(activationReferences))('%s', (name) => {
    const finite = objectives.filter(({ objective }) => !(name === 'exp' && objective === lganExp)); // e^(e^x) is not
    test.each(finite)('$objective.name', (objective) => {
      const few = objective.objective === wasserstein ? penalties : penalties.slice(-2);
      for (const penalty of few) {
        const { tensorflow, differences } = tf.tidy(
          () => bothGradients(used[name], activationReferences[name], objective, penalty) as never,
        ) as ReturnType<typeof bothGradients>;
        expect(relativeError(tensorflow, differences)).toBeLessThan(1e-4);
      }
    });
  });

  test.each(['tanh', 'sigmoid', 'exp'] as const)('with tf.%s in its place it does not', (name) => {
    const { tensorflow, differences } = tf.tidy(
      () =>
        bothGradients(
          tf[name] as never,
          activationReferences[name],
          objectives[2],
          penalties.at(-2)!,
        ) as never,
    ) as ReturnType<typeof bothGradients>;
    expect(relativeError(tensorflow, differences)).toBeGreaterThan(0.01);
  });
});

test('every activation of src/models has a reference here', () => {
  expect(Object.keys(activationReferences).sort()).toEqual(Object.keys(activations).sort());
});
