import * as tf from '@tensorflow/tfjs';
import type { Distribution } from '../distributions/distribution';
import type { Model } from '../models/model';
import type { Objective } from '../objectives/objective';
import type { Constraint, Penalty } from '../penalties/penalty';
import type { Stream } from '../rng/stream';
import type { Measured } from './course';
import { drawCriticBatch, drawPoints } from './criticBatch';
import { criticUpdate } from './criticUpdate';
import { generatorUpdate } from './generatorUpdate';
import type { Optimiser } from './optimiser';
import { type Player, replacePlayer } from './player';
import { tidy } from './tidy';

/** The two players of a game. */
export type BothPlayers = { critic: Player; generator: Player };

/** Who plays, for what, and on which points. */
export interface Game {
  real: Distribution;
  /** What the generator's input is drawn from. */
  latent: Distribution;
  generator: Model;
  critic: Model;
  objective: Objective;
  optimisers: { critic: Optimiser; generator: Optimiser };
  /** Added to the critic's loss. */
  penalty?: Penalty;
  /** Applied to the critic's parameters after each of its updates. */
  constraint?: Constraint;
  /** Points drawn for every update: real, fake, latent. */
  batch: number;
  /** Whether the cosine between step and negative gradient is recorded for every update of the critic. */
  withCosine?: boolean;
}

/**
 * One step of a game: `rounds` >= 1 updates of the critic, each on a batch of its own, then one of the generator. The
 * players are replaced by their successors.
 *
 * @returns the loss and penalty of the critic's last update, the generator's loss, and the cosines of all rounds
 */
export function gameStep(game: Game, players: BothPlayers, rounds: number, draw: Stream): Measured {
  const { real, latent, generator, critic, objective, optimisers, batch } = game;
  const criticRules = { ...game, model: critic, optimiser: optimisers.critic };
  const generatorRules = { generator, critic, objective, optimiser: optimisers.generator };
  const latents = (from: Stream) => drawPoints(latent, batch, from);
  const fake = (from: Stream) => generator.apply(players.generator.parameters, latents(from));
  const updateCritic = (from: Stream) => {
    const tensors = drawCriticBatch({ ...game, real, fake }, from, players.critic.memory);
    return criticUpdate(criticRules, players.critic, tensors);
  };
  const cosines: number[] = [];
  let last: Record<string, tf.Scalar> = {};
  for (let round = 0; round < rounds; round++) {
    const move = tidy(() => updateCritic(draw.split('critic').split(round)));
    replacePlayer(players, 'critic', move.player);
    tf.dispose(last);
    last = { criticLoss: move.terms.loss, penalty: move.terms.penalty };
    cosines.push(...move.cosines);
  }
  const from = draw.split('generator');
  const move = tidy(() =>
    generatorUpdate(generatorRules, players.generator, players.critic.parameters, latents(from)),
  );
  replacePlayer(players, 'generator', move.player);
  return { scalars: { ...last, generatorLoss: move.terms.loss }, cosines };
}
