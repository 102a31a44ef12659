import type { Parameters } from './model';

/**
 * All numbers in the weight matrices and filters of a model, one list: what is left of its parameters without biases, gains and
 * shifts, which are the tensors of one axis.
 *
 * @throws Error when there are no weights
 */
export function weightValues(parameters: Parameters): Float32Array {
  const weights = parameters.filter(({ rank }) => rank > 1);
  if (weights.length === 0) throw new Error('weightValues: expected parameters with weights, got none');
  const values = new Float32Array(weights.reduce((sum, { size }) => sum + size, 0));
  let at = 0;
  for (const tensor of weights) {
    values.set(tensor.dataSync(), at);
    at += tensor.size;
  }
  return values;
}
