import * as tf from '@tensorflow/tfjs';
import type { Model, Parameters } from '../models/model';
import type { Objective } from '../objectives/objective';
import type { Constraint, Penalty } from '../penalties/penalty';
import type { Optimiser, OptimiserState } from './optimiser';

/** A player at one moment: its parameters and what its optimiser remembers. */
export interface Player {
  parameters: Parameters;
  state: OptimiserState;
}

/** The tensors that one update of a critic sees; all randomness is in them. */
export interface CriticBatch {
  /** [batch, dim] */
  real: tf.Tensor2D;
  /** [batch, dim] */
  fake: tf.Tensor2D;
  /** Where the penalty looks, [batch, dim]; needed with a penalty. */
  points?: tf.Tensor2D;
}

/** What defines a critic's game. */
export interface CriticRules {
  model: Model;
  objective: Objective;
  optimiser: Optimiser;
  penalty?: Penalty;
  constraint?: Constraint;
}

/**
 * The critic's loss J_D = E phi(f(fake)) + E varphi(f(real)) and, apart, its penalty: two scalars.
 *
 * @throws Error when there is a penalty but no points for it
 */
export function criticLoss(
  { model, objective, penalty }: Pick<CriticRules, 'model' | 'objective' | 'penalty'>,
  parameters: Parameters,
  { real, fake, points }: CriticBatch,
): { loss: tf.Scalar; penalty: tf.Scalar } {
  const critic = (x: tf.Tensor2D) => model.apply(parameters, x);
  const onFake = tf.mean(objective.phi(critic(fake)));
  const onReal = tf.mean(objective.varphi(critic(real)));
  if (penalty && !points) throw new Error(`${penalty.name} needs points, got none in the batch`);
  const cost = penalty && points ? penalty.value(critic, points) : tf.scalar(0);
  return { loss: tf.add(onFake, onReal), penalty: cost };
}

/** What an update of a critic returns; its tensors belong to the caller. */
export interface CriticUpdate {
  player: Player;
  /** J_D on the batch, before the update. */
  loss: tf.Scalar;
  /** The penalty on the batch, before the update. */
  penalty: tf.Scalar;
}

/**
 * One update of the critic as a pure function of its player and its batch; the player handed in is left as it was.
 *
 * @throws Error when there is a penalty but no points for it
 */
export function criticUpdate(rules: CriticRules, player: Player, batch: CriticBatch): CriticUpdate {
  return tidy(() => {
    const parts: tf.Scalar[] = [];
    const total = (...parameters: tf.Tensor[]) => {
      const { loss, penalty } = criticLoss(rules, parameters, batch);
      parts.push(tf.keep(loss), tf.keep(penalty)); // the gradient's own scope would free them
      return tf.add(loss, penalty) as tf.Scalar;
    };
    const gradients = tf.grads(total)(player.parameters);
    const next = rules.optimiser.update(player.parameters, gradients, player.state);
    const parameters = rules.constraint ? rules.constraint.project(next.parameters) : next.parameters;
    return { player: { parameters, state: next.state }, loss: parts[0], penalty: parts[1] };
  });
}

/** `tf.tidy` for any record that holds tensors: its own type knows none but index signatures. */
function tidy<T>(work: () => T): T {
  return tf.tidy(work as () => tf.TensorContainer) as T;
}

/** Frees a player's tensors. */
export function disposePlayer({ parameters, state }: Player): void {
  tf.dispose(parameters);
  tf.dispose(state.slots);
}
