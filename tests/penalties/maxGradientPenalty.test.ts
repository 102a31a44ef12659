import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { gaussian } from '../../src/distributions/gaussian';
import { constant } from '../../src/models/constant';
import { mlp } from '../../src/models/mlp';
import { wasserstein } from '../../src/objectives/wasserstein';
import { maxAugmentedLagrangian } from '../../src/penalties/maxAugmentedLagrangian';
import { maxGradientPenalty } from '../../src/penalties/maxGradientPenalty';
import { stream } from '../../src/rng/stream';
import { drawCriticBatch } from '../../src/training/criticBatch';
import { criticLoss, criticUpdate } from '../../src/training/criticUpdate';
import { disposePlayer, newPlayer } from '../../src/training/player';
import { sgd } from '../../src/training/sgd';
import { portable, select } from '../support/backends';

const linear = (w: number[]) => (x: tf.Tensor2D) =>
  tf.matMul(x, tf.tensor2d(w, [w.length, 1])) as tf.Tensor2D;
/** f = sum x^2 / 2, which has slope ‖x‖ */
const bowl = (x: tf.Tensor2D) => tf.mul(0.5, tf.sum(tf.square(x), 1, true)) as tf.Tensor2D;
const numbers = (tensors: readonly tf.Tensor[]) => tensors.map((t) => [...t.dataSync()]);
const mlpCritic = mlp({ layers: [2, 8, 8, 1] });

describe.each(portable)('on %s', (backend) => {
  beforeAll(() => select(backend));

  test.each([
    [0.1, 0, [3, 4], 2.5],
    [1, 0, [0.6, 0.8], 1],
    [10, 0, [0, 0], 0],
    [10, 1, [3, 4], 160],
    [10, 1, [0, 0], 10],
  ])(
    'with lambda %d, target %d the critic w x, w = %j, costs lambda (‖w‖ - target)^2 = %d',
    (lambda, target, w, expected) => {
      tf.tidy(() => {
        const value = maxGradientPenalty({ lambda, target }).value(linear(w), tf.ones([3, 2]));
        expect(value.shape).toEqual([]);
        expect(value.dataSync()[0]).toBeCloseTo(expected, 4);
      });
    },
  );

  test('only the steepest point counts', () => {
    tf.tidy(() => {
      const points = tf.tensor2d([
        [1, 0],
        [3, 4],
        [0, -2],
        [0.1, 0],
      ]); // prettier
      expect(maxGradientPenalty({ lambda: 2 }).value(bowl, points).dataSync()[0]).toBeCloseTo(50, 4);
      expect(maxGradientPenalty({ lambda: 2, target: 1 }).value(bowl, points).dataSync()[0]).toBeCloseTo(
        32,
        4,
      );
    });
  });

  test('the derivative is that at the steepest point, at the first where two are', () => {
    tf.tidy(() => {
      const cost = (x: tf.Tensor) => maxGradientPenalty({ lambda: 1 }).value(bowl, x as tf.Tensor2D);
      const slope = tf.grad(cost);
      const found = (rows: number[][]) => [...slope(tf.tensor2d(rows)).dataSync()];
      found([
        [1, 0],
        [3, 4],
        [0, -2],
      ]).forEach((value, i) => {
        expect(value).toBeCloseTo([0, 0, 6, 8, 0, 0][i], 4);
      });
      found([
        [2, 0],
        [0, 2],
      ]).forEach((value, i) => {
        expect(value).toBeCloseTo([4, 0, 0, 0][i], 4);
      });
    });
  });

  test('a buffer begins empty, then keeps the steepest points, which replace the first of the next batch', () => {
    const { memory, points } = maxGradientPenalty({ lambda: 1, buffer: 1 / 4 });
    tf.tidy(() => {
      const [real, fake] = [tf.ones([8, 2]) as tf.Tensor2D, tf.zeros([8, 2]) as tf.Tensor2D];
      const first = points(real, fake, stream(0, 'x'), memory!.initial(2));
      const plain = maxGradientPenalty({ lambda: 1 }).points(real, fake, stream(0, 'x'));
      expect(numbers([first])).toEqual(numbers([plain]));
      const rows = tf.tensor2d([1, 2, 9, 4, 5, 6, 7, 8].map((r) => [r, 0]));
      const kept = memory!.next(bowl, rows, memory!.initial(2));
      expect(kept[0].arraySync()).toEqual([
        [9, 0],
        [8, 0],
      ]);
      const next = points(real, fake, stream(0, 'x'), kept).arraySync();
      expect(next).toEqual([[9, 0], [8, 0], ...plain.arraySync().slice(2)]);
    });
  });

  test.each([
    [8, 1 / 8, 1],
    [32, 1 / 8, 4],
    [4, 1 / 8, 1],
    [10, 0.25, 3],
  ])('of a batch of %d with buffer %d it keeps %d', (batch, buffer, count) => {
    tf.tidy(() => {
      const { memory } = maxGradientPenalty({ lambda: 1, buffer });
      expect(memory!.next(bowl, tf.ones([batch, 3]), memory!.initial(3))[0].shape).toEqual([count, 3]);
    });
  });

  test('the augmented Lagrangian is lambda c^2 + mu c, and its multiplier grows by eta c', () => {
    const { value, memory } = maxAugmentedLagrangian({ lambda: 2, eta: 0.1 });
    tf.tidy(() => {
      const points = tf.ones([3, 2]) as tf.Tensor2D;
      let mu = 0;
      let kept = memory!.initial(2);
      for (const w of [
        [3, 4],
        [0, 3],
        [0, 0.5],
      ]) {
        const c = Math.hypot(...w) - 1;
        expect(value(linear(w), points, kept).dataSync()[0]).toBeCloseTo(2 * c * c + mu * c, 4);
        kept = memory!.next(linear(w), points, kept);
        mu += 0.1 * c;
        expect(kept[0].dataSync()[0]).toBeCloseTo(mu, 5);
        expect(kept[1].shape).toEqual([0, 2]);
      }
    });
  });

  test('the augmented Lagrangian may have a buffer too', () => {
    const { memory, points } = maxAugmentedLagrangian({ lambda: 1, buffer: 0.5 });
    tf.tidy(() => {
      const rows = tf.tensor2d([
        [1, 0],
        [3, 0],
      ]);
      const kept = memory!.next(bowl, rows, memory!.initial(2));
      expect(kept[0].dataSync()[0]).toBeCloseTo(0.002, 6);
      const next = points(tf.ones([2, 2]), tf.zeros([2, 2]), stream(0, 'x'), kept).arraySync();
      expect(next[0]).toEqual([3, 0]);
    });
  });

  test.each([
    maxGradientPenalty({ lambda: 1, buffer: 1 / 4 }),
    maxAugmentedLagrangian({ lambda: 1, buffer: 1 / 4 }),
  ])('$name: an update is pure, and leaves no tensor behind', (penalty) => {
    const rules = {
      model: mlpCritic,
      objective: wasserstein,
      penalty,
      optimiser: sgd({ learningRate: 0.1 }),
    };
    const source = {
      real: gaussian({ mean: [1, 0] }),
      fake: (draw: ReturnType<typeof stream>) =>
        tf.tensor2d(new Float32Array(gaussian({ mean: [0, 0] }).sample(8, draw)), [8, 2]),
      batch: 8,
      penalty,
    };
    const before = tf.memory().numTensors;
    const player = newPlayer(mlpCritic, rules.optimiser, stream(0, 'init'), penalty);
    const batch = drawCriticBatch(source, stream(0, 'batch'), player.memory);
    const was = numbers([...player.parameters, ...player.memory!]);
    const move = criticUpdate(rules, player, batch);
    const again = criticUpdate(rules, player, batch);
    expect(numbers([...player.parameters, ...player.memory!])).toEqual(was);
    expect(numbers([...again.player.parameters, ...again.player.memory!])).toEqual(
      numbers([...move.player.parameters, ...move.player.memory!]),
    );
    expect(move.player.parameters.length).toBe(player.parameters.length);
    expect(move.player.memory!.at(-1)!.shape).toEqual([2, 2]);
    for (const { terms } of [move, again]) tf.dispose([terms.loss, terms.penalty]);
    for (const used of [player, move.player, again.player]) disposePlayer(used);
    tf.dispose([batch.real, batch.fake, batch.points!]);
    expect(tf.memory().numTensors).toBe(before);
  });
});

describe('constant', () => {
  beforeAll(() => select('cpu'));

  test('has the numbers of its tensor and no derivative, of any order', () => {
    tf.tidy(() => {
      const x = tf.tensor1d([2, 3]);
      expect([...constant(x).dataSync()]).toEqual([2, 3]);
      const slope = tf.grad((t) => tf.sum(tf.mul(t, constant(t))));
      expect([...slope(x).dataSync()]).toEqual([2, 3]); // 4 and 6 if it were not constant
      const second = tf.grad((t) => tf.sum(tf.mul(t, constant(tf.grad((u) => tf.sum(tf.square(u)))(t)))));
      expect([...second(x).dataSync()]).toEqual([4, 6]);
    });
  });

  test('leaves no tensor behind', () => {
    const x = tf.tensor1d([1]);
    const before = tf.memory();
    constant(x).dispose();
    expect(tf.memory().numTensors).toBe(before.numTensors);
    expect(tf.memory().numDataBuffers).toBe(before.numDataBuffers);
    x.dispose();
  });
});

test('cpu and wasm agree on five updates with a buffer', async () => {
  const penalty = maxGradientPenalty({ lambda: 0.1, buffer: 1 / 4 });
  const rules = { model: mlpCritic, objective: wasserstein, penalty, optimiser: sgd({ learningRate: 0.05 }) };
  const found: number[][] = [];
  for (const backend of portable) {
    await select(backend);
    tf.tidy(() => {
      let player = newPlayer(mlpCritic, rules.optimiser, stream(0, 'init'), penalty);
      for (let step = 0; step < 5; step++) {
        const draw = stream(step, 'batch');
        const rows = (from: ReturnType<typeof stream>) =>
          tf.tensor2d(Array.from({ length: 8 }, () => [from.normal(), from.normal()]));
        const [real, fake] = [rows(draw.split('real')), rows(draw.split('fake'))];
        const points = penalty.points(real, fake, draw.split('penalty'), player.memory);
        const move = criticUpdate(rules, player, { real, fake, points });
        tf.dispose([move.terms.loss, move.terms.penalty]);
        player = move.player;
      }
      found.push(numbers([...player.parameters, ...player.memory!]).flat());
      return [];
    });
  }
  found[0].forEach((value, i) => {
    expect(value).toBeCloseTo(found[1][i], 5);
  });
});

test('impossible parameters, and a memory that is missing, are refused by name', () => {
  expect(() => maxGradientPenalty({ lambda: 0 })).toThrow(
    'maxGradientPenalty: lambda must be finite and > 0, got 0',
  );
  expect(() => maxGradientPenalty({ lambda: 1, target: -1 })).toThrow(
    'target must be finite and >= 0, got -1',
  );
  expect(() => maxGradientPenalty({ lambda: 1, buffer: 1 })).toThrow(
    'maxGradientPenalty: buffer must be in [0, 1), got 1',
  );
  expect(() => maxAugmentedLagrangian({ lambda: -1 })).toThrow(
    'maxAugmentedLagrangian: lambda must be finite and > 0, got -1',
  );
  expect(() => maxAugmentedLagrangian({ lambda: 1, eta: 0 })).toThrow('eta must be finite and > 0, got 0');
  expect(() => maxAugmentedLagrangian({ lambda: 1, buffer: 2 })).toThrow('buffer must be in [0, 1), got 2');
  tf.tidy(() => {
    const rules = {
      model: mlpCritic,
      objective: wasserstein,
      penalty: maxGradientPenalty({ lambda: 1, buffer: 0.5 }),
    };
    const parameters = mlpCritic.init(stream(0, 'x'));
    const ones = tf.ones([2, 2]) as tf.Tensor2D;
    const batch = { real: ones, fake: ones, points: ones };
    expect(() => criticLoss(rules, parameters, batch)).toThrow(
      'max gradient penalty (λ = 1, buffer 0.5) needs its memory',
    );
    expect(() => maxAugmentedLagrangian({ lambda: 1 }).value(bowl, ones)).toThrow(
      'needs its multiplier, got no memory',
    );
  });
});
