import type { Stream } from '../rng/stream';
import { alternate, type BothPlayers, type Turns } from './alternate';
import { checkCounts } from './checkCounts';
import type { Course } from './course';
import { type CriticSteps, criticSchedule } from './criticSteps';
import type { Game } from './gameTurns';
import type { GameHistory } from './history';

/** How long a game is, and by which seed. */
export interface GameLength {
  /** Updates of the critic before each update of the generator. */
  criticSteps: CriticSteps;
  steps: number;
  seed: number;
}

/** What tells one kind of game from another. */
export interface GameKind<Moment> {
  name: string;
  /** What the numbers depend on beside the {@link Game}. */
  settings: Record<string, unknown>;
  /** From which everything is drawn. */
  root: Stream;
  /** Before the first step, once the numbers have been checked. */
  players: () => BothPlayers;
  turns: Turns;
  moment(players: BothPlayers, step: number): Moment;
}

/**
 * The course of a game of critic and generator: in every step some updates of the critic, then one of the generator; batch j
 * of the critic in step k depends on the root, k and j alone, the generator's on the root and k.
 *
 * @throws Error when a number is out of range or the generator does not take the latent points
 */
export function gameCourse<T extends object, Moment>(
  game: Game & GameLength,
  { name, settings, root, players, turns, moment }: GameKind<Moment>,
): Course<BothPlayers, GameHistory<T>, Moment> {
  const { real, latent, generator, critic, objective, optimisers, batch, criticSteps, steps, seed } = game;
  checkCounts(name, { steps, batch });
  if (latent.dim !== generator.inputs)
    throw new Error(
      `${name}: the generator takes ${generator.inputs} coordinates, got latent points of ${latent.dim}`,
    );
  const rounds = criticSchedule(name, criticSteps, steps);
  const { penalty, constraint, withCosine = false } = game;
  return {
    name,
    settings: {
      ...{ real, latent, generator, critic, objective, optimisers, penalty, constraint, withCosine },
      ...{ batch, rounds, seed, ...settings },
    },
    players: players(),
    history: {
      ...{ step: [], criticLoss: [], estimate: [], penalty: [], generatorLoss: [] },
      ...{ evaluations: [], stepCosine: [] },
    },
    step: (now, index) => alternate(turns, now, rounds[index], root.split('step').split(index)),
    record: (history, { criticLoss, penalty, generatorLoss }) => {
      history.criticLoss.push(criticLoss);
      history.estimate.push(objective.estimate.of(criticLoss));
      history.penalty.push(penalty);
      history.generatorLoss.push(generatorLoss);
    },
    moment,
  };
}
