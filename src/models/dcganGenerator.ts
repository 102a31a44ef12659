import { type Activation, relu, tanh } from './activations';
import { transposedConvolution } from './convolution';
import { checkWhole, type DcganOptions, sidesOf } from './dcgan';
import { dense } from './dense';
import { normal } from './initialisers';
import { block, network, reshaped } from './layer';
import type { Model } from './model';
import { batchNorm, type Normalisation } from './normalisation';

/** Parameters of {@link dcganGenerator}. */
export interface DcganGeneratorOptions extends DcganOptions {
  /** Length of the noise that goes in. */
  noise?: number;
  activation?: Activation;
  /** Before every activation but the last; `false` for none. */
  normalisation?: Normalisation | false;
  /** tanh for images in [-1, 1], sigmoid for images in [0, 1]. */
  outputActivation?: Activation;
}

/**
 * The generator of DCGAN: noise -> dense -> transposed convolutions that double the side -> images as rows
 * [batch, size * size * channels], in the order [row, column, channel].
 *
 * @throws Error when a number is no integer >= 1, or the images are too small for so many halvings
 */
export function dcganGenerator({
  noise = 128,
  activation = relu,
  normalisation = batchNorm(),
  outputActivation = tanh,
  ...options
}: DcganGeneratorOptions): Model {
  const { size, channels, filters, kernel = 5, initialiser = normal(0.02) } = options;
  const sides = sidesOf('dcganGenerator', options).reverse(); // from the smallest
  checkWhole('dcganGenerator', { noise });
  const widths = [...filters].reverse();
  const norm = normalisation || undefined;
  const factor = activation.inputsPerOutput ?? 1;
  const map = (i: number, outputs: number) =>
    transposedConvolution(sides[i + 1], { inputs: widths[i], outputs, kernel, initialiser });
  return network(
    { name: `DCGAN generator ${noise}-${widths.join('-')}`, inputs: noise, outputs: size * size * channels },
    [
      dense(noise, sides[0] ** 2 * widths[0] * factor, initialiser),
      block(reshaped([sides[0], sides[0], widths[0] * factor]), activation, norm),
      ...widths.slice(1).map((width, i) => block(map(i, width * factor), activation, norm)),
      block(map(widths.length - 1, channels * (outputActivation.inputsPerOutput ?? 1)), outputActivation),
      reshaped([size * size * channels]),
    ],
  );
}
