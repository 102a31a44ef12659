import type { Parameters } from '../models/model';
import type { BothPlayers } from './alternate';
import type { Course, Ending, LoopOptions } from './course';
import type { GameHistory } from './history';
import { disposePlayers } from './player';
import { runTraining } from './trainingLoop';

/** What a game that was played leaves beside its last moment. */
export interface Played<T extends object = object> {
  /** Those of both players. */
  parameters: { critic: Parameters; generator: Parameters };
  history: GameHistory<T>;
  /** Why it ended: all steps made, the stopping rule, or a number that was no longer finite. */
  stoppedBy: Ending;
  /** The step of the checkpoint that it went on from; 0 without one. */
  resumedFrom: number;
  /** Frees the tensors; the functions and parameters of the last moment are of no use afterwards. */
  dispose(): void;
}

/** Plays a game to its end. @throws Error as `runTraining` does */
export async function playCourse<Moment, T extends object>(
  course: Course<BothPlayers, GameHistory<T>, Moment>,
  options: LoopOptions<GameHistory<T>, Moment, T>,
): Promise<Moment & Played<T>> {
  const { players, steps, ...rest } = await runTraining(course, options);
  return {
    ...rest,
    ...course.moment(players, steps),
    parameters: { critic: players.critic.parameters, generator: players.generator.parameters },
    dispose: () => disposePlayers(players),
  };
}
