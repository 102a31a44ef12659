import type * as tf from '@tensorflow/tfjs';
import type { Parameters } from '../models/model';

/** What an optimiser remembers between steps: the step count and, for each parameter, its running averages. */
export interface OptimiserState {
  step: number;
  slots: tf.Tensor[][];
}

/**
 * An update rule as a pure function. Whoever calls it owns the tensors it returns; it disposes of none.
 */
export interface Optimiser {
  name: string;
  learningRate: number;
  init(parameters: Parameters): OptimiserState;
  update(
    parameters: Parameters,
    gradients: tf.Tensor[],
    state: OptimiserState,
  ): { parameters: Parameters; state: OptimiserState };
}
