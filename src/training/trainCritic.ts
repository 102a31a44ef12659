import type { Distribution } from '../distributions/distribution';
import { criticField, type Field } from '../models/field';
import type { Parameters } from '../models/model';
import { type Stream, stream } from '../rng/stream';
import { checkCounts } from './checkCounts';
import { checkCritic } from './checkCritic';
import type { Course, Ending, LoopOptions } from './course';
import { drawCriticBatch, drawPoints } from './criticBatch';
import { criticCourse } from './criticCourse';
import type { CriticRules } from './criticUpdate';
import type { CriticHistory } from './history';
import { disposePlayers, type Player } from './player';
import { runTraining } from './trainingLoop';

/** The critic while it is trained, for an evaluation. */
export interface CriticMoment {
  /** Updates made. */
  step: number;
  critic: Field;
}

/** What {@link trainCritic} needs beside the rules of the game. */
export interface TrainCriticOptions<T extends object = object>
  extends CriticRules,
    LoopOptions<CriticHistory<T>, CriticMoment, T> {
  real: Distribution;
  fake: Distribution;
  /** Points drawn from each of the two, every step. */
  batch: number;
  seed: number;
}

/** A critic after training. */
export interface TrainedCritic<T extends object = object> {
  /** The critic as functions on points; usable until `dispose`. */
  field: Field;
  /** Its parameters; usable until `dispose`. */
  parameters: Parameters;
  history: CriticHistory<T>;
  /** Updates made. */
  steps: number;
  /** Why it ended: all steps made, the stopping rule, or a number that was no longer finite. */
  stoppedBy: Ending;
  /** The step of the checkpoint that it went on from; 0 without one. */
  resumedFrom: number;
  /** Frees the tensors. */
  dispose(): void;
}

/**
 * Trains a critic between two fixed distributions towards its optimum.
 *
 * Batch k depends on the seed and on k alone. The event loop turns now and then, so that progress shows.
 *
 * @throws Error when a number is out of range, the dimensions do not fit, a checkpoint does not fit, or a number stops
 *   being finite (see the options)
 */
export async function trainCritic<T extends object = object>(
  options: TrainCriticOptions<T>,
): Promise<TrainedCritic<T>> {
  const { model, real, fake, batch } = options;
  checkCounts('trainCritic', { batch });
  checkCritic('trainCritic', model, { real: real.dim, fake: fake.dim });
  const { players, ...rest } = await runTraining(courseOf(options), options);
  return {
    ...rest,
    field: criticField(options.model, players.critic.parameters),
    parameters: players.critic.parameters,
    dispose: () => disposePlayers(players),
  };
}

function courseOf<T extends object>(
  options: TrainCriticOptions<T>,
): Course<{ critic: Player }, CriticHistory<T>, CriticMoment> {
  const { model, objective, optimiser, penalty, constraint, withCosine = false } = options;
  const { real, fake, batch, seed } = options;
  const root = stream(seed, 'trainCritic');
  const source = { ...options, fake: (draw: Stream) => drawPoints(fake, batch, draw) };
  return criticCourse(options, {
    name: 'trainCritic',
    settings: { model, objective, optimiser, penalty, constraint, withCosine, real, fake, batch, seed },
    init: root.split('init'),
    batch: (index, memory) => drawCriticBatch(source, root.split('batch').split(index), memory),
    moment: ({ critic }, step) => ({ step, critic: criticField(model, critic.parameters) }),
  });
}
