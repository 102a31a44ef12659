import type { Distribution } from '../distributions/distribution';
import type { Model } from '../models/model';
import type { Objective } from '../objectives/objective';
import type { Constraint, Penalty } from '../penalties/penalty';
import type { Stream } from '../rng/stream';
import type { Turns } from './alternate';
import { drawCriticBatch, drawPoints } from './criticBatch';
import { criticUpdate } from './criticUpdate';
import { generatorUpdate } from './generatorUpdate';
import type { Optimiser } from './optimiser';

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

/** The turns of critic and generator in a game. */
export function gameTurns(game: Game): Turns {
  const { real, latent, generator, critic, objective, optimisers, batch } = game;
  const criticRules = { ...game, model: critic, optimiser: optimisers.critic };
  const generatorRules = { generator, critic, objective, optimiser: optimisers.generator };
  const latents = (from: Stream) => drawPoints(latent, batch, from);
  return {
    critic: (players, draw) => {
      const fake = (from: Stream) => generator.apply(players.generator.parameters, latents(from));
      const tensors = drawCriticBatch({ ...game, real, fake }, draw, players.critic.memory);
      return criticUpdate(criticRules, players.critic, tensors);
    },
    generator: (players, draw) =>
      generatorUpdate(generatorRules, players.generator, players.critic.parameters, latents(draw)),
  };
}
