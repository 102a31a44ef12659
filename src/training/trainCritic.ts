import * as tf from '@tensorflow/tfjs';
import type { Distribution } from '../distributions/distribution';
import { criticField, type Field } from '../models/field';
import { type Stream, stream } from '../rng/stream';
import { type CriticBatch, type CriticRules, criticUpdate, disposePlayer, type Player } from './criticUpdate';
import type { CriticHistory } from './history';
import { nextTurn } from './nextTurn';
import type { StoppingRule } from './stopping';

/** What {@link trainCritic} needs beside the rules of the game. */
export interface TrainCriticOptions extends CriticRules {
  real: Distribution;
  fake: Distribution;
  /** Points drawn from each of the two, every step. */
  batch: number;
  /** Most updates to make. */
  steps: number;
  seed: number;
  /** Ends the training early; without it all steps are made. */
  stop?: StoppingRule;
  /** Updates to a recorded point; default 20. */
  recordEvery?: number;
  /** Called, and waited for, at every recorded point. */
  onProgress?: (done: number, total: number, estimate: number) => unknown;
}

/** A critic after training. */
export interface TrainedCritic {
  /** The critic as functions on points; usable until `dispose`. */
  field: Field;
  history: CriticHistory;
  /** Updates made. */
  steps: number;
  /** Whether the stopping rule ended it, or the number of steps. */
  stoppedBy: 'rule' | 'steps';
  /** Frees the tensors. */
  dispose(): void;
}

/**
 * Trains a critic between two fixed distributions towards its optimum.
 *
 * Batch k depends on the seed and on k alone. The event loop turns at every recorded point, so that progress shows.
 *
 * @throws Error when a number is out of range, the dimensions do not fit, or the loss stops being finite
 */
export async function trainCritic(options: TrainCriticOptions): Promise<TrainedCritic> {
  const { model, objective, optimiser, seed, steps, stop, recordEvery = 20, onProgress } = options;
  check(options, recordEvery);
  const root = stream(seed, 'trainCritic');
  const start = model.init(root.split('init'));
  let player: Player = { parameters: start, state: optimiser.init(start) };
  const history: CriticHistory = { step: [], loss: [], estimate: [], penalty: [] };
  let sums = { loss: 0, penalty: 0, steps: 0 };
  let done = 0;
  let stoppedBy: TrainedCritic['stoppedBy'] = 'steps';
  try {
    while (done < steps) {
      const batch = drawBatch(options, root.split('batch').split(done));
      const update = criticUpdate(options, player, batch);
      disposePlayer(player);
      player = update.player;
      sums.loss += take(update.loss);
      sums.penalty += take(update.penalty);
      sums.steps++;
      tf.dispose(Object.values(batch));
      done++;
      if (!Number.isFinite(sums.loss + sums.penalty))
        throw new Error(`the critic's loss is no longer finite at step ${done} (${optimiser.name})`);
      if (done % recordEvery !== 0 && done !== steps) continue;
      const loss = sums.loss / sums.steps;
      history.step.push(done);
      history.loss.push(loss);
      history.estimate.push(objective.estimate.of(loss));
      history.penalty.push(sums.penalty / sums.steps);
      sums = { loss: 0, penalty: 0, steps: 0 };
      await onProgress?.(done, steps, history.estimate[history.estimate.length - 1]);
      await nextTurn();
      if (stop?.(history)) {
        stoppedBy = 'rule';
        break;
      }
    }
  } catch (error) {
    disposePlayer(player);
    throw error;
  }
  return {
    field: criticField(model, player.parameters),
    history,
    steps: done,
    stoppedBy,
    dispose: () => disposePlayer(player),
  };
}

/** Draws the tensors of one update. */
function drawBatch({ real, fake, batch, penalty }: TrainCriticOptions, draw: Stream): CriticBatch {
  const sample = (name: string, law: Distribution) =>
    tf.tensor2d(Float32Array.from(law.sample(batch, draw.split(name))), [batch, law.dim]);
  const tensors: CriticBatch = { real: sample('real', real), fake: sample('fake', fake) };
  if (penalty) tensors.points = penalty.points(tensors.real, tensors.fake, draw.split('penalty'));
  return tensors;
}

/** Reads a scalar and frees it. */
function take(scalar: tf.Scalar): number {
  const value = scalar.dataSync()[0];
  scalar.dispose();
  return value;
}

function check({ model, real, fake, batch, steps }: TrainCriticOptions, recordEvery: number): void {
  for (const [name, value] of Object.entries({ batch, steps, recordEvery }))
    if (!Number.isSafeInteger(value) || value < 1)
      throw new Error(`trainCritic: ${name} must be an integer >= 1, got ${value}`);
  if (real.dim !== model.inputs || fake.dim !== model.inputs)
    throw new Error(
      `trainCritic: the critic takes ${model.inputs} coordinates, got points of ${real.dim} (real) and ${fake.dim} (fake)`,
    );
  if (model.outputs !== 1) throw new Error(`trainCritic: a critic has one output, got ${model.outputs}`);
}
