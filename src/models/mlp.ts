import * as tf from '@tensorflow/tfjs';
import { type Activation, linear, relu } from './activations';
import { heNormal, type Initialiser } from './initialisers';
import type { Model } from './model';

/** Parameters of {@link mlp}. */
export interface MlpOptions {
  /** Width of every layer from input to output, e.g. [2, 64, 64, 1]. */
  layers: readonly number[];
  /** After every layer but the last; one of `models/activations` where a penalty needs second derivatives. */
  activation?: Activation;
  /** After the last layer; a critic has none. */
  outputActivation?: Activation;
  initialiser?: Initialiser;
}

/**
 * A multilayer perceptron: x -> activation(x W + b), layer by layer. Parameters in order W1 [in, out], b1 [out], W2, …
 *
 * @throws Error when there are fewer than two widths or one is no integer >= 1
 */
export function mlp({
  layers,
  activation = relu,
  outputActivation = linear,
  initialiser = heNormal,
}: MlpOptions): Model {
  const widths = [...layers];
  if (widths.length < 2 || widths.some((width) => !Number.isSafeInteger(width) || width < 1))
    throw new Error(`mlp: layers must be at least two integers >= 1, got [${widths.join(', ')}]`);
  const depth = widths.length - 1;
  return {
    name: widths.join('-'),
    inputs: widths[0],
    outputs: widths[depth],
    init: (stream) =>
      widths.slice(1).flatMap((fanOut, layer) => {
        const fanIn = widths[layer];
        const draw = stream.split(layer);
        const weights = Float32Array.from({ length: fanIn * fanOut }, () =>
          initialiser.weight(draw, fanIn, fanOut),
        );
        const biases = Float32Array.from({ length: fanOut }, () => initialiser.bias(draw, fanIn, fanOut));
        return [tf.tensor2d(weights, [fanIn, fanOut]), tf.tensor1d(biases)];
      }),
    apply: (parameters, x) => {
      if (parameters.length !== 2 * depth)
        throw new Error(`mlp ${widths.join('-')} has ${2 * depth} parameters, got ${parameters.length}`);
      let h: tf.Tensor = x; // [batch, in]
      for (let layer = 0; layer < depth; layer++) {
        const [w, b] = parameters.slice(2 * layer);
        h = tf.add(tf.matMul(h as tf.Tensor2D, w as tf.Tensor2D), b); // [batch, out]
        h = layer < depth - 1 ? activation(h) : outputActivation(h);
      }
      return h as tf.Tensor2D;
    },
  };
}
