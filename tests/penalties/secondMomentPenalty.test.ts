import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { leastSquares } from '../../src/objectives/leastSquares';
import { wasserstein } from '../../src/objectives/wasserstein';
import { secondMomentPenalty } from '../../src/penalties/secondMomentPenalty';
import { stream } from '../../src/rng/stream';
import { portable, select } from '../support/backends';

describe.each(portable)('on %s', (backend) => {
  beforeAll(() => select(backend));
  const critic = (x: tf.Tensor2D) => tf.sum(x, 1, true) as tf.Tensor2D;

  test('it is lambda times the mean square of the critic over real and fake points together', () => {
    tf.tidy(() => {
      const penalty = secondMomentPenalty({ lambda: 3 });
      const points = penalty.points(tf.tensor2d([[1, 2]]), tf.tensor2d([[0, -1]]), stream(0, 'points'));
      expect(points.shape).toEqual([2, 2]);
      expect(penalty.value(critic, points).dataSync()[0]).toBeCloseTo((3 * (9 + 1)) / 2, 5);
    });
  });

  test('with lambda 1 and the objective of WGAN it is the loss of least squares with labels -1 and 1, less 1', () => {
    tf.tidy(() => {
      const [real, fake] = [3, 4].map(
        (seed) => tf.randomNormal([7, 2], 0, 1, 'float32', seed) as tf.Tensor2D,
      );
      const penalty = secondMomentPenalty();
      const loss = ({ phi, varphi }: Pick<typeof wasserstein, 'phi' | 'varphi'>) =>
        tf.add(tf.mean(phi(critic(fake))), tf.mean(varphi(critic(real)))).dataSync()[0];
      const cost = penalty.value(critic, penalty.points(real, fake, stream(0, 'points'))).dataSync()[0];
      expect(loss(wasserstein) + cost).toBeCloseTo(loss(leastSquares({ a: -1, b: 1, c: 0 })) - 1, 5);
    });
  });
});

test('a weight that is not > 0 is refused', () => {
  expect(() => secondMomentPenalty({ lambda: 0 })).toThrow('lambda must be finite and > 0, got 0');
});
