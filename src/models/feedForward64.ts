import type { Stream } from '../rng/stream';

/** A feed-forward net in double precision, as functions of one flat vector of parameters. */
export interface FeedForward64 {
  inputs: number;
  outputs: number;
  /** Number of parameters. */
  size: number;
  /** Parameters [size]: weights normal with variance 1 / inputs of their layer, biases normal with standard deviation 0.1. */
  initial(source: Stream): Float64Array;
  /** g(theta, z): [n, inputs] -> [n, outputs], flattened. */
  outputsAt(theta: ArrayLike<number>, z: ArrayLike<number>): Float64Array;
  /** The gradient in theta, [size], of sum_i direction_i · g(theta, z_i), with `direction` [n, outputs] held fixed. */
  pullback(theta: ArrayLike<number>, z: ArrayLike<number>, direction: ArrayLike<number>): Float64Array;
}

/**
 * A feed-forward net x -> tanh(W x + b), layer by layer, without tanh after the last, for the places where single precision is
 * not enough, such as finite differences of a distance in the parameters. Its gradient is written out (backpropagation), not recorded.
 * Parameters: W1 [out, in] row after row, b1 [out], W2, …
 *
 * @param widths of every layer from input to output; [2, 2] is an affine map
 * @throws Error when there are fewer than two widths, one is no integer >= 1, or (from its functions) a length does not fit
 */
export function feedForward64(...widths: readonly number[]): FeedForward64 {
  if (widths.length < 2 || widths.some((width) => !Number.isSafeInteger(width) || width < 1))
    throw new Error(`feedForward64: widths must be at least two integers >= 1, got [${widths.join(', ')}]`);
  const layers: { from: number; to: number; weights: number; bias: number }[] = [];
  let size = 0;
  widths.slice(1).forEach((to, l) => {
    layers.push({ from: widths[l], to, weights: size, bias: size + to * widths[l] });
    size += to * (widths[l] + 1);
  });
  const [inputs, outputs, last] = [widths[0], widths[widths.length - 1], layers.length - 1];

  /** The values at every layer for one input. */
  function forward(theta: ArrayLike<number>, z: Float64Array): Float64Array[] {
    const values = [z];
    layers.forEach(({ from, to, weights, bias }, l) => {
      const next = new Float64Array(to);
      for (let i = 0; i < to; i++) {
        let sum = theta[bias + i];
        for (let j = 0; j < from; j++) sum += theta[weights + i * from + j] * values[l][j];
        next[i] = l < last ? Math.tanh(sum) : sum;
      }
      values.push(next);
    });
    return values;
  }
  /** Adds the gradient for one input, from the last layer to the first. */
  function backward(
    theta: ArrayLike<number>,
    values: Float64Array[],
    slopes: Float64Array,
    gradient: Float64Array,
  ) {
    let behind = slopes;
    for (let l = last; l >= 0; l--) {
      const { from, to, weights, bias } = layers[l];
      const before = new Float64Array(from);
      for (let i = 0; i < to; i++) {
        const slope = behind[i] * (l < last ? 1 - values[l + 1][i] ** 2 : 1);
        gradient[bias + i] += slope;
        for (let j = 0; j < from; j++) {
          gradient[weights + i * from + j] += slope * values[l][j];
          before[j] += slope * theta[weights + i * from + j];
        }
      }
      behind = before;
    }
  }
  const batch = (theta: ArrayLike<number>, z: ArrayLike<number>) => {
    if (theta.length !== size) throw new Error(`theta must hold ${size} parameters, got ${theta.length}`);
    if (z.length === 0 || z.length % inputs !== 0)
      throw new Error(`z must be a positive multiple of ${inputs} numbers, got ${z.length}`);
    const flat = Float64Array.from(z);
    return Array.from({ length: z.length / inputs }, (_, i) => flat.subarray(i * inputs, (i + 1) * inputs));
  };
  return {
    inputs,
    outputs,
    size,
    initial(source) {
      const theta = new Float64Array(size);
      for (const { from, weights, bias, to } of layers)
        for (let k = weights; k < bias + to; k++)
          theta[k] = source.normal() * (k < bias ? 1 / Math.sqrt(from) : 0.1);
      return theta;
    },
    outputsAt: (theta, z) =>
      Float64Array.from(batch(theta, z).flatMap((one) => Array.from(forward(theta, one)[last + 1]))),
    pullback(theta, z, direction) {
      const rows = batch(theta, z);
      if (direction.length !== rows.length * outputs)
        throw new Error(`direction must hold ${rows.length * outputs} numbers, got ${direction.length}`);
      const flat = Float64Array.from(direction);
      const gradient = new Float64Array(size);
      rows.forEach((one, i) => {
        backward(theta, forward(theta, one), flat.subarray(i * outputs, (i + 1) * outputs), gradient);
      });
      return gradient;
    },
  };
}
