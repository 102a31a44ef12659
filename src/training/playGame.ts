import type { Distribution } from '../distributions/distribution';
import { criticField, type Field } from '../models/field';
import { generated } from '../models/generated';
import { stream } from '../rng/stream';
import type { BothPlayers } from './alternate';
import { checkCritic } from './checkCritic';
import type { Course, LoopOptions } from './course';
import { type GameLength, gameCourse } from './gameCourse';
import { type Game, gameTurns } from './gameTurns';
import type { GameHistory } from './history';
import { type Played, playCourse } from './playCourse';
import { newPlayer } from './player';

/** Both players at one moment, as functions on points. */
export interface GameMoment {
  /** Updates of the generator made. */
  step: number;
  /** The law of the generated points. */
  generator: Distribution;
  critic: Field;
}

/** What {@link playGame} needs beside the game. */
export interface PlayGameOptions<T extends object = object>
  extends Game,
    GameLength,
    LoopOptions<GameHistory<T>, GameMoment, T> {}

/** A game that was played; `step` is the number of updates of the generator made. */
export interface PlayedGame<T extends object = object> extends GameMoment, Played<T> {}

/**
 * Plays the game of critic and generator: in every step some updates of the critic, each on a batch of its own, then one
 * of the generator.
 *
 * Batch j of the critic in step k depends on the seed, k and j alone, the generator's on the seed and k. The event loop
 * turns now and then, so that progress shows.
 *
 * @throws Error when a number is out of range, the dimensions do not fit, a checkpoint does not fit, or a number stops
 *   being finite (see the options)
 */
export async function playGame<T extends object = object>(
  options: PlayGameOptions<T>,
): Promise<PlayedGame<T>> {
  return playCourse(courseOf(options), options);
}

function courseOf<T extends object>(
  options: PlayGameOptions<T>,
): Course<BothPlayers, GameHistory<T>, GameMoment> {
  const { real, latent, generator, critic, optimisers, penalty, seed } = options;
  checkCritic('playGame', critic, { real: real.dim, fake: generator.outputs });
  const root = stream(seed, 'playGame');
  return gameCourse(options, {
    name: 'playGame',
    settings: {},
    root,
    players: () => ({
      critic: newPlayer(critic, optimisers.critic, root.split('critic'), penalty),
      generator: newPlayer(generator, optimisers.generator, root.split('generator')),
    }),
    turns: gameTurns(options),
    moment: (players, step) => ({
      step,
      generator: generated(generator, players.generator.parameters, latent),
      critic: criticField(critic, players.critic.parameters),
    }),
  });
}
