import * as tf from '@tensorflow/tfjs';
import type { Model, Parameters } from '../models/model';
import type { Objective } from '../objectives/objective';
import type { Memory, Penalty } from '../penalties/penalty';
import type { Player } from './player';
import { type Move, type MoveRules, playerUpdate } from './playerUpdate';

/** The tensors that one update of a critic sees; all randomness is in them. */
export interface CriticBatch {
  /** [batch, dim] */
  real: tf.Tensor2D;
  /** [batch, dim] */
  fake: tf.Tensor2D;
  /** Where the penalty looks, [batch, dim]; needed with a penalty. */
  points?: tf.Tensor2D;
}

/** What defines a critic's side of a game. */
export interface CriticRules extends MoveRules {
  model: Model;
  objective: Objective;
  penalty?: Penalty;
}

/** What the critic minimises the sum of. */
export interface CriticTerms {
  /** J_D = E phi(f(fake)) + E varphi(f(real)). */
  loss: tf.Scalar;
  /** The penalty; 0 without one. */
  penalty: tf.Scalar;
}

/**
 * The critic's loss J_D = E phi(f(fake)) + E varphi(f(real)) and, apart, its penalty: two scalars.
 *
 * @param memory what the penalty remembers
 * @throws Error when there is a penalty but no points for it, or one that remembers but no memory
 */
export function criticLoss(
  { model, objective, penalty }: Pick<CriticRules, 'model' | 'objective' | 'penalty'>,
  parameters: Parameters,
  { real, fake, points }: CriticBatch,
  memory?: Memory,
): CriticTerms {
  const critic = (x: tf.Tensor2D) => model.apply(parameters, x);
  const onFake = tf.mean(objective.phi(critic(fake)));
  const onReal = tf.mean(objective.varphi(critic(real)));
  if (penalty && !points) throw new Error(`${penalty.name} needs points, got none in the batch`);
  if (penalty?.memory && !memory) throw new Error(`${penalty.name} needs its memory, got none in the player`);
  const cost = penalty && points ? penalty.value(critic, points, memory) : tf.scalar(0);
  return { loss: tf.add(onFake, onReal), penalty: cost };
}

/**
 * One update of the critic as a pure function of its player and its batch; the player handed in is left as it was.
 *
 * @throws Error when there is a penalty but no points for it, or one that remembers but no memory
 */
export function criticUpdate(rules: CriticRules, player: Player, batch: CriticBatch): Move<CriticTerms> {
  const { model, objective, penalty } = rules;
  return playerUpdate(rules, player, batch, {
    name: 'critic',
    parts: [model, objective, penalty],
    loss: (parameters, given, memory) => criticLoss(rules, parameters, given, memory),
    remember: (parameters, { points }, memory) =>
      points && memory && penalty?.memory?.next((x) => model.apply(parameters, x), points, memory),
  });
}
