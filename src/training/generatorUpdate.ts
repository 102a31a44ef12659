import * as tf from '@tensorflow/tfjs';
import type { Model, Parameters } from '../models/model';
import type { Objective } from '../objectives/objective';
import type { Player } from './player';
import { type Move, type MoveRules, playerUpdate } from './playerUpdate';

/** What defines a generator's side of a game. */
export interface GeneratorRules extends MoveRules {
  generator: Model;
  critic: Model;
  objective: Objective;
}

/** What the generator minimises. */
export interface GeneratorTerms {
  /** J_G = E psi(f(g(z))). */
  loss: tf.Scalar;
}

/**
 * The generator's loss J_G = E psi(f(g(z))): a scalar.
 *
 * @param critic the critic's parameters
 * @param latents z, [batch, latent dim]
 */
export function generatorLoss(
  rules: Pick<GeneratorRules, 'generator' | 'critic' | 'objective'>,
  parameters: Parameters,
  critic: Parameters,
  latents: tf.Tensor2D,
): GeneratorTerms {
  const fake = rules.generator.apply(parameters, latents); // [batch, dim]
  return { loss: tf.mean(rules.objective.psi(rules.critic.apply(critic, fake))) };
}

/**
 * One update of the generator as a pure function of its player, the critic's parameters and the latent points; player and
 * critic are left as they were.
 */
export function generatorUpdate(
  rules: GeneratorRules,
  player: Player,
  critic: Parameters,
  latents: tf.Tensor2D,
): Move<GeneratorTerms> {
  return playerUpdate(
    rules,
    player,
    { critic, latents },
    {
      name: 'generator',
      parts: [rules.generator, rules.critic, rules.objective],
      loss: (parameters, given) => generatorLoss(rules, parameters, given.critic, given.latents),
    },
  );
}
