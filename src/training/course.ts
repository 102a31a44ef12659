import type * as tf from '@tensorflow/tfjs';
import type { CheckpointOptions } from './checkpoint';
import type { Evaluation } from './evaluation';
import type { History } from './history';
import type { Players } from './player';
import type { StoppingRule } from './stopping';

/** Why a training ended: all steps were made, its rule said so, or a number was no longer finite. */
export type Ending = 'steps' | 'rule' | 'nonFinite';

/** What every training can be told. */
export interface LoopOptions<H, Moment, T> {
  /** Most steps to make. */
  steps: number;
  /** Ends the training early; without it all steps are made. Asked at every recorded point. */
  stop?: StoppingRule<H>;
  /** Steps to a recorded point; default 20. */
  recordEvery?: number;
  evaluate?: Evaluation<Moment, T>;
  /**
   * What happens when a loss or a parameter is no longer finite, which is noticed at recorded and evaluated points:
   * an error that says in which step (default), or the end of the training, for those who want to show it.
   */
  onNonFinite?: 'throw' | 'stop';
  /**
   * Called, and waited for, at every recorded point and at least once a second between two steps, with the last
   * recorded estimate (NaN before the first); also at the start of a training that goes on from a checkpoint.
   */
  onProgress?: (done: number, total: number, estimate: number) => unknown;
  /**
   * Keeps the state in a file, from which the same training goes on where it was, with the same numbers to the last
   * bit; a training that ended is not repeated. What `stop` and `evaluate` close over is not part of the settings that
   * tell one training from another: put it into the name.
   */
  checkpoint?: CheckpointOptions;
}

/** A training apart from the loop that runs it. */
export interface Course<P extends Players, H extends History, Moment> {
  /** In words, for messages. */
  name: string;
  /** All that the numbers depend on, as far as it can be written down. */
  settings: Record<string, unknown>;
  /** Before the first step; the loop frees them when it fails. */
  players: P;
  history: H;
  /** Makes step `index`, from 0, putting players in the place of their predecessors. */
  step(players: P, index: number): Measured;
  /** Adds a recorded point to the history. */
  record(history: H, means: Record<string, number>): void;
  moment(players: P, step: number): Moment;
}

/** What a step measured: scalars, still unread, by name; and the cosines of the critic's updates, where asked for. */
export interface Measured {
  scalars: Record<string, tf.Scalar>;
  cosines: number[];
}

/** A training at the end of its loop. */
export interface Finished<P, H> {
  players: P;
  history: H;
  /** Steps made; where a number was no longer finite, the step in which that was. */
  steps: number;
  stoppedBy: Ending;
  /** The step of the checkpoint that it went on from; 0 without one. */
  resumedFrom: number;
}
