import * as tf from '@tensorflow/tfjs';
import type { Parameters } from '../models/model';

/** What an optimiser remembers between steps: the step count and, for each parameter, its running averages. */
export interface OptimiserState {
  step: number;
  slots: tf.Tensor[][];
}

/** An update rule as pure functions. Whoever calls them owns the tensors they return; they dispose of none. */
export interface Optimiser {
  name: string;
  learningRate: number;
  init(parameters: Parameters): OptimiserState;
  /** The numbers of update `step`, from 0, that are not the same in every update. */
  rates(step: number): number[];
  /** One update, of tensors alone: the rates come as scalars. */
  move(
    parameters: Parameters,
    gradients: tf.Tensor[],
    slots: tf.Tensor[][],
    rates: tf.Scalar[],
  ): { parameters: Parameters; slots: tf.Tensor[][] };
}

/** One update by an optimiser, and its state afterwards. */
export function optimise(
  optimiser: Optimiser,
  parameters: Parameters,
  gradients: tf.Tensor[],
  { step, slots }: OptimiserState,
): { parameters: Parameters; state: OptimiserState } {
  const rates = optimiser.rates(step).map((rate) => tf.scalar(rate));
  const next = optimiser.move(parameters, gradients, slots, rates);
  return { parameters: next.parameters, state: { step: step + 1, slots: next.slots } };
}
