import { type Activation, linear, relu } from './activations';
import { dense } from './dense';
import { heNormal, type Initialiser } from './initialisers';
import { block, network } from './layer';
import type { Model } from './model';
import type { Normalisation } from './normalisation';

/** Parameters of {@link mlp}. */
export interface MlpOptions {
  /** Width of every layer from input to output, e.g. [2, 64, 64, 1]. */
  layers: readonly number[];
  /** After every layer but the last; one of `models/activations`, or `gated`, where a penalty needs second derivatives. */
  activation?: Activation;
  /** After the last layer; a critic has none. */
  outputActivation?: Activation;
  /** Before every activation but the last: `layerNorm()` or `batchNorm()`. */
  normalisation?: Normalisation;
  initialiser?: Initialiser;
  /** Of the first layer, where it is another; see `scaled`. */
  firstInitialiser?: Initialiser;
}

/**
 * A multilayer perceptron: x -> activation(x W + b), layer by layer. Parameters in order W1 [in, out], b1 [out], W2, …; with
 * a normalisation activation(gain norm(x W + b) + shift) and W1, b1, gain1 [out], shift1 [out], W2, …
 *
 * @throws Error when there are fewer than two widths or one is no integer >= 1
 */
export function mlp({
  layers,
  activation = relu,
  outputActivation = linear,
  normalisation,
  initialiser = heNormal,
  firstInitialiser = initialiser,
}: MlpOptions): Model {
  const widths = [...layers];
  if (widths.length < 2 || widths.some((width) => !Number.isSafeInteger(width) || width < 1))
    throw new Error(`mlp: layers must be at least two integers >= 1, got [${widths.join(', ')}]`);
  const last = widths.length - 1;
  const blocks = widths.slice(1).map((width, i) => {
    const after = i + 1 < last ? activation : outputActivation;
    const linearMap = dense(
      widths[i],
      width * (after.inputsPerOutput ?? 1),
      i === 0 ? firstInitialiser : initialiser,
    );
    return block(linearMap, after, i + 1 < last ? normalisation : undefined);
  });
  return network({ name: `mlp ${widths.join('-')}`, inputs: widths[0], outputs: widths[last] }, blocks);
}
