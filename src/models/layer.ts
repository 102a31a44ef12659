import type * as tf from '@tensorflow/tfjs';
import type { Stream } from '../rng/stream';
import type { Activation } from './activations';
import type { Model, Parameters } from './model';
import { type Normalisation, normalised } from './normalisation';

/** A piece of a network. Like a {@link Model} it holds no numbers; those that it learns are handed to it. */
export interface Layer {
  /** How many tensors it learns. */
  size: number;
  /** Numbers along the last axis of what it returns. */
  channels: number;
  init(stream: Stream): Parameters;
  /** [batch, …] -> [batch, …] */
  apply(parameters: Parameters, h: tf.Tensor): tf.Tensor;
}

/** A layer without parameters that only changes the shape of a row: [batch, …] -> [batch, ...shape]. */
export function reshaped(shape: readonly number[]): Layer {
  return {
    size: 0,
    channels: shape[shape.length - 1],
    init: () => [],
    apply: (_, h) => h.reshape([h.shape[0], ...shape]),
  };
}

/** A linear layer, then a normalisation if there is one, then an activation: its parameters in this order. */
export function block(linear: Layer, activation: Activation, normalisation?: Normalisation): Layer {
  const norm = normalisation && normalised(normalisation, linear.channels);
  return {
    size: linear.size + (norm?.size ?? 0),
    channels: linear.channels / (activation.inputsPerOutput ?? 1),
    init: (stream) => [...linear.init(stream), ...(norm?.init(stream) ?? [])],
    apply: (parameters, h) => {
      const z = linear.apply(parameters.slice(0, linear.size), h);
      return activation(norm ? norm.apply(parameters.slice(linear.size), z) : z);
    },
  };
}

/**
 * Layers one after the other. The parameters of all stand in one list; layer i draws its own from `stream.split(i)`.
 *
 * @throws Error (from `apply`) when the number of parameters is not that of the layers
 */
export function network(
  { name, inputs, outputs }: Pick<Model, 'name' | 'inputs' | 'outputs'>,
  layers: readonly Layer[],
): Model {
  const size = layers.reduce((sum, layer) => sum + layer.size, 0);
  return {
    name,
    inputs,
    outputs,
    layers,
    init: (stream) => layers.flatMap((layer, i) => layer.init(stream.split(i))),
    apply: (parameters, x) => {
      if (parameters.length !== size)
        throw new Error(`${name} has ${size} parameters, got ${parameters.length}`);
      let at = 0;
      const through = (h: tf.Tensor, layer: Layer) => {
        at += layer.size;
        return layer.apply(parameters.slice(at - layer.size, at), h);
      };
      return layers.reduce(through, x as tf.Tensor) as tf.Tensor2D;
    },
  };
}
