/** What was recorded while a critic was trained: one entry for every `recordEvery` steps, each the mean over them. */
export interface CriticHistory {
  /** Number of updates made. */
  step: number[];
  /** J_D, without the penalty. */
  loss: number[];
  /** The positive estimate of the distance, from the loss. */
  estimate: number[];
  /** The penalty; 0 without one. */
  penalty: number[];
}
