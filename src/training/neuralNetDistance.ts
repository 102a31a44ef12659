import * as tf from '@tensorflow/tfjs';
import { type Cloud, flatPoints, type Points } from '../distances/points';
import { criticField, type Field } from '../models/field';
import type { Parameters } from '../models/model';
import { distinguishing } from '../objectives/distinguishing';
import { stream } from '../rng/stream';
import { checkCounts } from './checkCounts';
import { checkCritic } from './checkCritic';
import type { LoopOptions } from './course';
import { criticCourse } from './criticCourse';
import { type CriticBatch, type CriticRules, criticLoss } from './criticUpdate';
import type { CriticHistory } from './history';
import { disposePlayers, type Player } from './player';
import { runTraining } from './trainingLoop';

/** What {@link neuralNetDistance} needs beside the two clouds. The class F is the model's, within the constraint. */
export interface NeuralNetDistanceOptions
  extends Pick<CriticRules, 'model' | 'optimiser' | 'constraint'>,
    Pick<LoopOptions<CriticHistory, undefined, object>, 'steps' | 'stop' | 'recordEvery'> {
  /** Dimension of the points; needed when they are flattened. */
  dim?: number;
  /** The default is φ(t) = t; with `ganMinimax` the result is that of φ = log, halved: a Jensen–Shannon divergence at most. */
  objective?: CriticRules['objective'];
  /** Trainings from different beginnings; default 3. */
  restarts?: number;
  /** Points that were not trained on, from the same two laws, for an estimate that is not too high. */
  heldOut?: { x: Points; y: Points };
  seed: number;
  /** Called, and waited for, now and then with the updates made in all restarts together. */
  onProgress?: (done: number, total: number, estimate: number) => unknown;
}

/** A distance that nets of one class see between two clouds. */
export interface NeuralNetDistance {
  /** The largest of the restarts: a lower bound of the supremum over the class, close to it when they agree. */
  distance: number;
  /** What each restart came to: [restarts]. */
  restarts: number[];
  /**
   * What the discriminator that attains `distance` sees between the clouds that it was not trained on: of one law 0 on average,
   * and never more on average than the distance between the laws. NaN without such clouds.
   */
  heldOut: number;
  /** That discriminator before its sigmoid, as functions on points; usable until `dispose`. */
  field: Field;
  /** Frees the tensors. */
  dispose(): void;
}

/**
 * The neural net distance between two clouds: the F-distance sup over D in F of E_x phi(D) + E_y phi(1 - D) - 2 phi(1/2) for the
 * D = sigmoid(net) of a class of nets, the one given within its constraint. Each update sees all points, several
 * trainings begin at different parameters, and the best counts. Without a unit, in [0, 1] for φ(t) = t.
 *
 * Nets are not convex in their parameters, so the supremum itself is not certified; the spread of the restarts tells how
 * far to trust it. For linear functions it is known, see `linearDistance`.
 *
 * Arora et al., Generalization and Equilibrium in GANs (2017), Definition 2.
 *
 * @param x [n][dim] rows, or [n, dim] flattened
 * @param y [m][dim] rows, or [m, dim] flattened
 * @throws Error when a cloud is empty, dimensions do not fit, a coordinate is not finite, or a number is out of range
 */
export async function neuralNetDistance(
  x: Points,
  y: Points,
  options: NeuralNetDistanceOptions,
): Promise<NeuralNetDistance> {
  const { dim, model, objective = distinguishing, restarts = 3, heldOut, seed, steps, onProgress } = options;
  checkCounts('neuralNetDistance', { restarts, steps });
  const clouds = { real: flatPoints('x', x, dim), fake: flatPoints('y', y, dim) };
  const others = heldOut && {
    real: flatPoints('heldOut.x', heldOut.x, dim),
    fake: flatPoints('heldOut.y', heldOut.y, dim),
  };
  for (const { real, fake } of others ? [clouds, others] : [clouds])
    checkCritic('neuralNetDistance', model, { real: real.dim, fake: fake.dim });
  const rules: CriticRules = { ...options, objective, penalty: undefined };
  const seen = (parameters: Parameters, batch: CriticBatch) =>
    objective.estimate.of(tf.tidy(() => criticLoss(rules, parameters, batch).loss.dataSync()[0]));
  const batch = batchOf(clouds);
  const unseen = others && batchOf(others);
  const values: number[] = [];
  let best: { critic: Player } | undefined;
  try {
    for (let restart = 0; restart < restarts; restart++) {
      const course = criticCourse(rules, {
        ...{ name: 'neuralNetDistance', settings: {} },
        init: stream(seed, 'neuralNetDistance').split(restart),
        batch: () => batch, // all points, every time
        moment: () => undefined, // nothing looks at it while it runs
      });
      const { players } = await runTraining(course, {
        ...options,
        onProgress: (done, _, estimate) => onProgress?.(restart * steps + done, restarts * steps, estimate),
      });
      values.push(seen(players.critic.parameters, batch));
      const isBest = values[restart] === Math.max(...values);
      const loser = isBest ? best : players;
      if (isBest) best = players;
      if (loser) disposePlayers(loser);
    }
    const { parameters } = best!.critic;
    return {
      distance: Math.max(...values),
      restarts: values,
      heldOut: unseen ? seen(parameters, unseen) : Number.NaN,
      field: criticField(model, parameters),
      dispose: () => disposePlayers(best!),
    };
  } catch (error) {
    if (best) disposePlayers(best);
    throw error;
  } finally {
    tf.dispose({ ...batch });
    tf.dispose({ ...unseen });
  }
}

function batchOf({ real, fake }: Record<'real' | 'fake', Cloud>): CriticBatch {
  const rows = ({ coordinates, size, dim }: Cloud) =>
    tf.tensor2d(Float32Array.from(coordinates), [size, dim]);
  return { real: rows(real), fake: rows(fake) };
}
