import * as tf from '@tensorflow/tfjs';
import type { Stream } from '../rng/stream';
import type { Measured } from './course';
import type { CriticTerms } from './criticUpdate';
import type { GeneratorTerms } from './generatorUpdate';
import { type Player, replacePlayer } from './player';
import type { Move } from './playerUpdate';
import { tidy } from './tidy';

/** The two players of a game. */
export type BothPlayers = { critic: Player; generator: Player };

/** One update of each of two players, on points that the stream decides; their losses may have further terms. */
export interface Turns {
  critic(players: BothPlayers, draw: Stream): Move<CriticTerms>;
  generator(players: BothPlayers, draw: Stream): Move<GeneratorTerms>;
}

/**
 * One step of a game: `rounds` >= 1 updates of the critic, each on a batch of its own, then one of the generator. The
 * players are replaced by their successors.
 *
 * @returns the loss and penalty of the critic's last update, the generator's loss, and the cosines of all rounds
 */
export function alternate(turns: Turns, players: BothPlayers, rounds: number, draw: Stream): Measured {
  const cosines: number[] = [];
  let last: Record<string, tf.Scalar> = {};
  for (let round = 0; round < rounds; round++) {
    const move = tidy(() => turns.critic(players, draw.split('critic').split(round)));
    replacePlayer(players, 'critic', move.player);
    tf.dispose(last);
    const { loss, penalty, ...others } = move.terms;
    tf.dispose({ ...others });
    last = { criticLoss: loss, penalty };
    cosines.push(...move.cosines);
  }
  const move = tidy(() => turns.generator(players, draw.split('generator')));
  replacePlayer(players, 'generator', move.player);
  const { loss, ...others } = move.terms;
  tf.dispose({ ...others });
  return { scalars: { ...last, generatorLoss: loss }, cosines };
}
