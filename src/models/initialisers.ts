import type { Stream } from '../rng/stream';

/** How a layer starts: one weight and one bias at a time. */
export interface Initialiser {
  name: string;
  weight(stream: Stream, fanIn: number, fanOut: number): number;
  bias(stream: Stream, fanIn: number, fanOut: number): number;
}

const zero = () => 0;
const symmetric = (stream: Stream, limit: number) => limit * (2 * stream.uniform() - 1);

/** Weights N(0, 2 / fanIn), biases 0 (He et al. 2015). */
export const heNormal: Initialiser = {
  name: 'He normal',
  weight: (stream, fanIn) => Math.sqrt(2 / fanIn) * stream.normal(),
  bias: zero,
};

/** Weights uniform in ±sqrt(6 / fanIn), biases 0 (He et al. 2015): that of the toy script of WGAN-GP. */
export const heUniform: Initialiser = {
  name: 'He uniform',
  weight: (stream, fanIn) => symmetric(stream, Math.sqrt(6 / fanIn)),
  bias: zero,
};

/** Weights uniform in ±sqrt(6 / (fanIn + fanOut)), biases 0 (Glorot and Bengio 2010). */
export const glorotUniform: Initialiser = {
  name: 'Glorot uniform',
  weight: (stream, fanIn, fanOut) => symmetric(stream, Math.sqrt(6 / (fanIn + fanOut))),
  bias: zero,
};

/** Weights N(0, 1 / fanIn), biases 0: that of the toy scripts of Lipschitz GANs. */
export const lecunNormal: Initialiser = {
  name: 'LeCun normal',
  weight: (stream, fanIn) => Math.sqrt(1 / fanIn) * stream.normal(),
  bias: zero,
};

/**
 * Weights and biases uniform in ±1 / sqrt(fanIn): what dense layers of Torch start with, hence those of the released
 * WGAN code. The biases spread the kinks of rectifiers over the line.
 */
export const torchUniform: Initialiser = {
  name: 'Torch uniform',
  weight: (stream, fanIn) => symmetric(stream, 1 / Math.sqrt(fanIn)),
  bias: (stream, fanIn) => symmetric(stream, 1 / Math.sqrt(fanIn)),
};

/**
 * Weights N(0, deviation^2) whatever the width, biases 0; 0.02 in DCGAN (Radford et al. 2016) and in the released WGAN code.
 *
 * @throws Error when the deviation is not > 0
 */
export function normal(deviation = 0.02): Initialiser {
  if (!(deviation > 0 && deviation < Infinity))
    throw new Error(`normal: deviation must be finite and > 0, got ${deviation}`);
  return { name: `normal (${deviation})`, weight: (stream) => deviation * stream.normal(), bias: zero };
}

/**
 * Another initialiser times a factor.
 *
 * A first layer that starts small leaves the critic's gradient to what the samples teach it: what it starts with in
 * directions in which no two samples differ only a penalty removes, and slowly.
 *
 * @throws Error when the factor is not > 0
 */
export function scaled(initialiser: Initialiser, factor: number): Initialiser {
  if (!(factor > 0 && factor < Infinity))
    throw new Error(`scaled: factor must be finite and > 0, got ${factor}`);
  const { name, weight, bias } = initialiser;
  return {
    name: `${name} × ${factor}`,
    weight: (...at) => factor * weight(...at),
    bias: (...at) => factor * bias(...at),
  };
}
