import * as tf from '@tensorflow/tfjs';
import { type Optimiser, optimise } from './optimiser';
import { stepCosine } from './stepCosine';
import { tidy } from './tidy';

/**
 * {@link stepCosine} of every step of an optimiser that is handed these gradients one after the other, starting from zeros:
 * what it makes of them apart from any loss.
 *
 * @param gradients [steps][parameters]
 * @returns [steps]
 * @throws Error when there are none, or they differ in length
 */
export function stepCosines(optimiser: Optimiser, gradients: readonly (readonly number[])[]): number[] {
  const size = gradients[0]?.length ?? 0;
  if (size === 0) throw new Error('stepCosines: expected at least one gradient of one number, got none');
  const odd = gradients.findIndex(({ length }) => length !== size);
  if (odd >= 0)
    throw new Error(`stepCosines: gradient ${odd} must have ${size} numbers, got ${gradients[odd].length}`);
  return tidy(() => {
    let parameters: tf.Tensor[] = [tf.zeros([size])];
    let state = optimiser.init(parameters);
    return gradients.map((gradient) => {
      const g = [tf.tensor1d([...gradient])];
      const next = optimise(optimiser, parameters, g, state);
      const cosine = stepCosine(parameters, g, next.parameters);
      ({ parameters, state } = next);
      return cosine;
    });
  });
}
