/** What every training records: plain arrays, an entry for every `recordEvery` steps, each the mean over them. */
export interface History<T = object> {
  /** Number of steps made. */
  step: number[];
  /** The positive estimate of the distance, from the critic's loss. */
  estimate: number[];
  /** The penalty; 0 without one. */
  penalty: number[];
  /** What `evaluate` measured, and at which step. */
  evaluations: (T & { step: number })[];
  /** The cosine between step and negative gradient for every update of the critic; empty unless asked for. */
  stepCosine: number[];
}

/** What was recorded while a critic was trained; a step is one update. */
export interface CriticHistory<T = object> extends History<T> {
  /** J_D, without the penalty. */
  loss: number[];
}

/** What was recorded while a game was played; a step is one update of the generator and those of the critic before it. */
export interface GameHistory<T = object> extends History<T> {
  /** J_D in the last update of the critic in each step, without the penalty. */
  criticLoss: number[];
  /** J_G. */
  generatorLoss: number[];
}
