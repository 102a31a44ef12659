import type { Distribution } from '../distributions/distribution';
import { criticField, type Field } from '../models/field';
import { generated } from '../models/generated';
import type { Parameters } from '../models/model';
import { stream } from '../rng/stream';
import type { BothPlayers } from './alternate';
import { checkCritic } from './checkCritic';
import type { Course, Ending, LoopOptions } from './course';
import { type GameLength, gameCourse } from './gameCourse';
import { type Game, gameTurns } from './gameTurns';
import type { GameHistory } from './history';
import { disposePlayers, newPlayer } from './player';
import { runTraining } from './trainingLoop';

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
export interface PlayedGame<T extends object = object> extends GameMoment {
  /** Those of both players. */
  parameters: { critic: Parameters; generator: Parameters };
  history: GameHistory<T>;
  /** Why it ended: all steps made, the stopping rule, or a number that was no longer finite. */
  stoppedBy: Ending;
  /** The step of the checkpoint that it went on from; 0 without one. */
  resumedFrom: number;
  /** Frees the tensors; generator, critic and parameters are of no use afterwards. */
  dispose(): void;
}

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
  const course = courseOf(options);
  const { players, steps, ...rest } = await runTraining(course, options);
  return {
    ...rest,
    ...course.moment(players, steps),
    parameters: { critic: players.critic.parameters, generator: players.generator.parameters },
    dispose: () => disposePlayers(players),
  };
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
