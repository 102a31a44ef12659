import type { Memory } from '../penalties/penalty';
import type { Stream } from '../rng/stream';
import type { Course } from './course';
import { type CriticBatch, type CriticRules, criticUpdate } from './criticUpdate';
import type { CriticHistory } from './history';
import { newPlayer, type Player, replacePlayer } from './player';
import { tidy } from './tidy';

/** What tells one training of a critic from another. */
export interface CriticKind<Moment>
  extends Pick<Course<{ critic: Player }, never, Moment>, 'name' | 'settings' | 'moment'> {
  /** From which the critic's parameters are drawn. */
  init: Stream;
  /** The tensors of update `index`, from 0; the penalty may remember something. Called in a scope that frees new ones. */
  batch(index: number, memory: Memory | undefined): CriticBatch;
}

/** The course of a critic's training: an update in every step. */
export function criticCourse<T extends object, Moment>(
  rules: CriticRules,
  { name, settings, init, batch, moment }: CriticKind<Moment>,
): Course<{ critic: Player }, CriticHistory<T>, Moment> {
  const { model, objective, optimiser, penalty } = rules;
  return {
    name,
    settings,
    players: { critic: newPlayer(model, optimiser, init, penalty) },
    history: { step: [], loss: [], estimate: [], penalty: [], evaluations: [], stepCosine: [] },
    step: (players, index) => {
      const move = tidy(() => criticUpdate(rules, players.critic, batch(index, players.critic.memory)));
      replacePlayer(players, 'critic', move.player);
      return { scalars: { ...move.terms }, cosines: move.cosines };
    },
    record: (history, { loss, penalty }) => {
      history.loss.push(loss);
      history.estimate.push(objective.estimate.of(loss));
      history.penalty.push(penalty);
    },
    moment,
  };
}
