import type * as tf from '@tensorflow/tfjs';
import type { Critic } from '../models/inputGradient';
import type { Parameters } from '../models/model';
import type { Stream } from '../rng/stream';

/** What a penalty remembers from one update of the critic to the next; it is kept with the critic's parameters. */
export type Memory = readonly tf.Tensor[];

/**
 * A term added to the critic's loss, in two halves so that one update is a pure function of its tensors: *where* it
 * looks is drawn beforehand, *what* it costs there is computed inside the update. There it may depend on nothing but
 * the tensors that it is given: what changes from update to update belongs into its memory.
 */
export interface Penalty {
  name: string;
  /** The points at which the critic's slope is judged: [batch, dim]. */
  points(real: tf.Tensor2D, fake: tf.Tensor2D, stream: Stream, memory?: Memory): tf.Tensor2D;
  /** The cost of the critic's slopes at those points: a scalar to be minimised. */
  value(critic: Critic, points: tf.Tensor2D, memory?: Memory): tf.Scalar;
  /** Of a penalty that depends on earlier updates; `points` and `value` are then given what it remembers. */
  memory?: {
    /** Before the first update of a critic on points of dim coordinates. */
    initial(dim: number): tf.Tensor[];
    /** After an update: new tensors, from the critic as it was before that update and the points it was judged at. */
    next(critic: Critic, points: tf.Tensor2D, memory: Memory): tf.Tensor[];
  };
}

/** A projection of the parameters, applied after each update. */
export interface Constraint {
  name: string;
  project(parameters: Parameters): Parameters;
}
