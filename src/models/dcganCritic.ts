import { type Activation, leakyRelu } from './activations';
import { convolution } from './convolution';
import { type DcganOptions, sidesOf } from './dcgan';
import { dense } from './dense';
import { normal } from './initialisers';
import { block, network, reshaped } from './layer';
import type { Model } from './model';
import type { Normalisation } from './normalisation';

/** Parameters of {@link dcganCritic}. */
export interface DcganCriticOptions extends DcganOptions {
  activation?: Activation;
  /** Before every activation but that of the first convolution; none unless given, as a gradient penalty asks for. */
  normalisation?: Normalisation;
}

/**
 * The critic of DCGAN (Radford et al. 2016): convolutions of stride 2, then one dense number without a sigmoid. Images are rows
 * [batch, size * size * channels], in the order [row, column, channel].
 *
 * @throws Error when a number is no integer >= 1, or the images are too small for so many halvings
 */
export function dcganCritic({
  activation = leakyRelu(0.2),
  normalisation,
  ...options
}: DcganCriticOptions): Model {
  const { size, channels, kernel = 5, initialiser = normal(0.02) } = options;
  const sides = sidesOf('dcganCritic', options);
  const widths = [channels, ...options.filters];
  const convolutions = options.filters.map((filters, i) => {
    const outputs = filters * (activation.inputsPerOutput ?? 1);
    const map = convolution({ inputs: widths[i], outputs, kernel, initialiser });
    return block(map, activation, i === 0 ? undefined : normalisation);
  });
  const inputs = size * size * channels;
  const features = sides[sides.length - 1] ** 2 * widths[widths.length - 1];
  return network({ name: `DCGAN critic ${widths.join('-')}`, inputs, outputs: 1 }, [
    reshaped([size, size, channels]),
    ...convolutions,
    reshaped([features]),
    dense(features, 1, initialiser),
  ]);
}
