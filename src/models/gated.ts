import * as tf from '@tensorflow/tfjs';
import { type Activation, sigmoid, tanh } from './activations';

/**
 * The gated multiplicative unit tanh(a) sigmoid(b), where a and b are the two halves of the last axis
 * (van den Oord et al. 2016; one of the nonlinearities of Improved Training of WGANs, Figure 2).
 */
export const gated: Activation = Object.assign(
  (x: tf.Tensor) => {
    const [a, b] = tf.split(x, 2, -1);
    return tf.mul(tanh(a), sigmoid(b));
  },
  { inputsPerOutput: 2 },
);
