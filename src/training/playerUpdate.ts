import * as tf from '@tensorflow/tfjs';
import type { Parameters } from '../models/model';
import type { Constraint, Memory } from '../penalties/penalty';
import { traced } from '../trace/traced';
import type { Optimiser } from './optimiser';
import type { Player } from './player';
import { stepCosine } from './stepCosine';
import { tidy } from './tidy';

/** How a player moves down its loss. */
export interface MoveRules {
  optimiser: Optimiser;
  /** Applied to the parameters after the optimiser's step. */
  constraint?: Constraint;
  /** Whether the cosine between step and negative gradient is wanted; it costs reading all parameters. */
  withCosine?: boolean;
}

/** A player after an update, and what was measured before it; its tensors belong to the caller. */
export interface Move<Terms> {
  player: Player;
  /** The terms of the loss. */
  terms: Terms;
  /** {@link stepCosine} of the optimiser's step, before the constraint: one number, or none without `withCosine`. */
  cosines: number[];
}

/** What a player goes by; functions of tensors alone. */
export interface Aim<Terms, Given> {
  /** Whose it is, in words. */
  name: string;
  /** All that the functions below depend on beside what they are handed. */
  parts: readonly unknown[];
  /** The terms of the loss as scalars, by name. */
  loss(parameters: Parameters, given: Given, memory: Memory | undefined): Terms;
  /** What the player's penalty remembers afterwards, if anything; the parameters are those before the update. */
  remember?(parameters: Parameters, given: Given, memory: Memory | undefined): tf.Tensor[] | undefined;
}

/**
 * One update of a player as a pure function: the optimiser's step down the gradient of the sum of the loss's terms, then
 * the constraint. The player handed in is left as it was.
 *
 * @param given the tensors that the loss depends on beside the parameters
 */
export function playerUpdate<Terms extends Record<keyof Terms, tf.Scalar>, Given>(
  { optimiser, constraint, withCosine = false }: MoveRules,
  { parameters, state, memory }: Player,
  given: Given,
  { name, parts, loss, remember }: Aim<Terms, Given>,
): Move<Terms> {
  const step = (now: Tensors<Given>) => {
    let terms: Terms | undefined;
    const total = (...w: tf.Tensor[]) => {
      terms = loss(w, now.given, now.memory);
      const scalars = Object.values<tf.Scalar>(terms).map(tf.keep); // the gradient's own scope would free them
      return scalars.reduce((sum, term) => tf.add(sum, term));
    };
    const gradients = tf.grads(total)(now.parameters);
    const next = optimiser.move(now.parameters, gradients, now.slots, now.rates);
    return {
      slots: next.slots,
      parameters: constraint?.project(next.parameters) ?? next.parameters,
      terms: terms!,
      memory: remember?.(now.parameters, now.given, now.memory),
      ...(withCosine && { compared: { gradients, after: next.parameters } }),
    };
  };
  return tidy(() => {
    const rates = optimiser.rates(state.step).map((rate) => tf.scalar(rate));
    const identity = { name, parts: [optimiser, constraint, withCosine, ...parts] };
    const next = traced(identity, step, { parameters, slots: state.slots, memory, rates, given });
    const player = { parameters: next.parameters, state: { step: state.step + 1, slots: next.slots } };
    const { gradients, after } = next.compared ?? {};
    return {
      player: { ...player, ...(next.memory && { memory: next.memory }) },
      terms: next.terms,
      cosines: gradients && after ? [stepCosine(parameters, gradients, after)] : [],
    };
  });
}

/** All that an update depends on. */
interface Tensors<Given> {
  parameters: Parameters;
  slots: tf.Tensor[][];
  memory: Memory | undefined;
  rates: tf.Scalar[];
  given: Given;
}
