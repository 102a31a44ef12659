import type * as tf from '@tensorflow/tfjs';
import type { Stream } from '../rng/stream';
import type { Layer } from './layer';

/** The numbers that a model learns; whoever asked for them disposes of them. */
export type Parameters = tf.Tensor[];

/** A network as a function of its parameters and its input, and of nothing else; it holds no state. */
export interface Model {
  name: string;
  /** Number of coordinates of an input row and of an output row. */
  inputs: number;
  outputs: number;
  /** Fresh parameters, owned by the caller. */
  init(stream: Stream): Parameters;
  /** [batch, inputs] -> [batch, outputs]. */
  apply(parameters: Parameters, x: tf.Tensor2D): tf.Tensor2D;
  /** What it is made of, one after the other, where it is; the parameters of the first come first. */
  layers?: readonly Layer[];
}
