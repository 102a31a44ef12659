import * as tf from '@tensorflow/tfjs';
import type { Checkpoint } from './checkpoint';
import type { Course, Ending } from './course';
import type { History } from './history';
import { disposePlayers, type Players } from './player';
import { digest, revive } from './snapshot';

/** A training at one moment of its loop. */
export interface Progressing<P, H> {
  players: P;
  history: H;
  done: number;
  ending?: Ending;
  /** {@link digest} of the players after the first step; empty before it. */
  firstStep: number[];
}

/**
 * Where a training begins: at its start, or where its checkpoint left it. A checkpoint must give the same first step as
 * this code with these settings, since names and numbers do not tell everything about a model or a distribution.
 *
 * @throws Error when it does not
 */
export function resume<P extends Players, H extends History, Moment>(
  course: Course<P, H, Moment>,
  checkpoint: Checkpoint<H> | undefined,
): Progressing<P, H> {
  const { players, history } = course;
  const saved = checkpoint?.load();
  if (!checkpoint || !saved) return { players, history, done: 0, firstStep: [] };
  tf.dispose(course.step(players, 0).scalars);
  if (!alike(digest(players), saved.firstStep))
    throw new Error(
      `${checkpoint.path} was made by other code or settings: its first step gives other numbers; delete it to start anew`,
    );
  disposePlayers(players);
  const { done, ending, firstStep } = saved;
  return { players: revive<P>(saved.players), history: saved.history, done, ending, firstStep };
}

/** Native TensorFlow does not promise the same bits twice, the other backends do. */
function alike(a: number[], b: number[]): boolean {
  const tolerance = tf.getBackend() === 'tensorflow' ? 1e-3 : 0;
  const close = (x: number, y: number) => Object.is(x, y) || Math.abs(x - y) <= tolerance * Math.abs(y);
  return a.length === b.length && a.every((x, i) => close(x, b[i]));
}
