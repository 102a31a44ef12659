import * as tf from '@tensorflow/tfjs';
import { checkCounts } from './checkCounts';
import type { Course, Ending, LoopOptions } from './course';
import { evaluatedSteps } from './evaluation';
import type { History } from './history';
import type { Players } from './player';

/** What happens after which step. */
export interface Plan<H> {
  records(done: number): boolean;
  looks(done: number): boolean;
  /** Why it ends after this step, if it does. */
  ending(history: H, done: number): Ending | undefined;
  /** All that the numbers and the history depend on, as far as it can be written down. */
  settings: Record<string, unknown>;
}

/** @throws Error when a number is out of range */
export function planOf<P extends Players, H extends History, Moment, T>(
  course: Course<P, H, Moment>,
  { steps, recordEvery = 20, stop, evaluate, onNonFinite = 'throw' }: LoopOptions<H, Moment, T>,
): Plan<H> {
  checkCounts(course.name, { steps, recordEvery });
  const lookAt = evaluate ? evaluatedSteps(evaluate.at, steps) : new Set<number>();
  const records = (done: number) => done === steps || done % recordEvery === 0;
  return {
    records,
    looks: (done) => lookAt.has(done),
    ending: (history, done) => {
      if (done === steps) return 'steps';
      return records(done) && stop?.(history) ? 'rule' : undefined;
    },
    settings: {
      training: course.name,
      backend: tf.getBackend(),
      steps,
      recordEvery,
      stop,
      onNonFinite,
      lookAt: [...lookAt],
      measure: evaluate?.measure,
      ...course.settings,
    },
  };
}
