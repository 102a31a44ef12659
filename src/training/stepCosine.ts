import type * as tf from '@tensorflow/tfjs';
import type { Parameters } from '../models/model';

/**
 * The cosine between the step that an optimiser took and the negative gradient, over all parameters at once:
 * -<after - before, g> / (‖after - before‖ ‖g‖), in [-1, 1]; what Wasserstein GAN watches in its
 * negative result on momentum (end of section 3). It is > 0
 * whenever the step is a positive diagonal times -g, as with RMSProp and with Adam at beta1 = 0; momentum can make it
 * negative.
 *
 * Summed in 64 bits, since squares of small gradients underflow in 32.
 *
 * @returns NaN where the step or the gradient is zero or not finite
 */
export function stepCosine(before: Parameters, gradients: tf.Tensor[], after: Parameters): number {
  let product = 0;
  let stepSquared = 0;
  let gradientSquared = 0;
  before.forEach((w, i) => {
    const [from, to, g] = [w.dataSync(), after[i].dataSync(), gradients[i].dataSync()];
    for (let k = 0; k < from.length; k++) {
      const step = to[k] - from[k];
      product -= step * g[k];
      stepSquared += step * step;
      gradientSquared += g[k] * g[k];
    }
  });
  return product / (Math.sqrt(stepSquared) * Math.sqrt(gradientSquared));
}
