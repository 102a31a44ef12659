import type { Stream } from '../rng/stream';
import { type Activation, leakyRelu, relu, shiftedSoftplus, tanh } from './activations';
import { mlp } from './mlp';
import type { Model } from './model';
import type { Normalisation } from './normalisation';

/** The nonlinearities of Improved Training of WGANs, Table 1, by name. */
export const nonlinearities = { relu, leakyRelu: leakyRelu(), shiftedSoftplus, tanh } satisfies Record<
  string,
  Activation
>;

/** One player's architecture as plain data. */
export interface Architecture {
  /** Hidden layers. */
  depth: number;
  /** Units of each hidden layer. */
  width: number;
  nonlinearity: keyof typeof nonlinearities;
  normalised: boolean;
}

/** The architectures of both players. */
export interface ArchitecturePair {
  generator: Architecture;
  critic: Architecture;
}

/** What an architecture may be drawn from: for each of its fields the choices, all as likely. */
export type ArchitectureChoices = { readonly [K in keyof Architecture]: readonly Architecture[K][] };

/**
 * The set of Improved Training of WGANs, Table 1, scaled down for perceptrons: nonlinearity and normalisation as there;
 * depth 2, 4 or 8 for its 4, 8, 12 or 20 layers; width 16, 32 or 64 for its 32, 64 or 128 base filters.
 */
export const perceptronChoices: ArchitectureChoices = {
  depth: [2, 4, 8],
  width: [16, 32, 64],
  nonlinearity: ['relu', 'leakyRelu', 'shiftedSoftplus', 'tanh'],
  normalised: [true, false],
};

/**
 * Draws the architectures of generator and critic, every field of each on its own.
 *
 * @throws Error when a field has no choices
 */
export function randomArchitecture(from: Stream, choices = perceptronChoices): ArchitecturePair {
  return {
    generator: randomPlayer(from.split('generator'), choices),
    critic: randomPlayer(from.split('critic'), choices),
  };
}

function randomPlayer(from: Stream, choices: ArchitectureChoices): Architecture {
  const one = <K extends keyof Architecture>(field: K): Architecture[K] => {
    const list = choices[field];
    if (list.length === 0)
      throw new Error(`randomArchitecture: ${field} needs at least one choice, got none`);
    return list[from.split(field).integer(list.length)];
  };
  return {
    depth: one('depth'),
    width: one('width'),
    nonlinearity: one('nonlinearity'),
    normalised: one('normalised'),
  };
}

/**
 * The perceptron of an architecture.
 *
 * @param normalisation that which it has where it is normalised: `batchNorm()`, or `layerNorm()` under a gradient penalty
 */
export function perceptron(
  { depth, width, nonlinearity, normalised }: Architecture,
  { inputs, outputs }: { inputs: number; outputs: number },
  normalisation: Normalisation,
): Model {
  return mlp({
    layers: [inputs, ...Array.from({ length: depth }, () => width), outputs],
    activation: nonlinearities[nonlinearity],
    normalisation: normalised ? normalisation : undefined,
  });
}
