import type { LoopOptions } from './course';
import type { History } from './history';
import { nextTurn } from './nextTurn';

const longestSilence = 1000; // ms without a call of onProgress
const longestTurn = 100; // ms without a turn of the event loop

/**
 * Tells how far a training is and lets the event loop turn, now and then.
 *
 * @returns to be called after every step; `recorded` says that there is news
 */
export function createTeller<H extends History>({
  steps,
  onProgress,
}: Pick<LoopOptions<H, unknown, unknown>, 'steps' | 'onProgress'>) {
  let told = performance.now();
  let turned = told;
  return async (now: { done: number; history: History }, recorded: boolean): Promise<void> => {
    const time = performance.now();
    if (recorded || time - told > longestSilence) {
      told = time;
      await onProgress?.(now.done, steps, now.history.estimate.at(-1) ?? Number.NaN);
    }
    if (time - turned > longestTurn) {
      await nextTurn();
      turned = performance.now();
    }
  };
}
