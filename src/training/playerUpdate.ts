import * as tf from '@tensorflow/tfjs';
import type { Parameters } from '../models/model';
import type { Constraint } from '../penalties/penalty';
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

/**
 * One update of a player as a pure function: the optimiser's step down the gradient of the sum of the loss's terms, then
 * the constraint. The player handed in is left as it was.
 *
 * @param loss its terms as scalars, by name, from the parameters
 */
export function playerUpdate<Terms extends Record<keyof Terms, tf.Scalar>>(
  { optimiser, constraint, withCosine = false }: MoveRules,
  player: Player,
  loss: (parameters: Parameters) => Terms,
): Move<Terms> {
  return tidy(() => {
    let terms: Terms | undefined;
    const total = (...parameters: tf.Tensor[]) => {
      terms = loss(parameters);
      const scalars = Object.values<tf.Scalar>(terms).map(tf.keep); // the gradient's own scope would free them
      return scalars.reduce((sum, term) => tf.add(sum, term));
    };
    const gradients = tf.grads(total)(player.parameters);
    const next = optimiser.update(player.parameters, gradients, player.state);
    return {
      player: { parameters: constraint?.project(next.parameters) ?? next.parameters, state: next.state },
      terms: terms!,
      cosines: withCosine ? [stepCosine(player.parameters, gradients, next.parameters)] : [],
    };
  });
}
