import type * as tf from '@tensorflow/tfjs';
import type { Critic } from '../models/inputGradient';
import type { Parameters } from '../models/model';
import type { Stream } from '../rng/stream';

/**
 * A term added to the critic's loss, in two halves so that one update is a pure function of its tensors: *where* it
 * looks is drawn beforehand, *what* it costs there is computed inside the update.
 */
export interface Penalty {
  name: string;
  /** The points at which the critic's slope is judged: [batch, dim]. */
  points(real: tf.Tensor2D, fake: tf.Tensor2D, stream: Stream): tf.Tensor2D;
  /** The cost of the critic's slopes at those points: a scalar to be minimised. */
  value(critic: Critic, points: tf.Tensor2D): tf.Scalar;
}

/** A projection of the parameters, applied after each update. */
export interface Constraint {
  name: string;
  project(parameters: Parameters): Parameters;
}
