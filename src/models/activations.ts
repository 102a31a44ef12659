import * as tf from '@tensorflow/tfjs';

/** A function between two layers that may be differentiated any number of times; elementwise unless stated. */
export interface Activation {
  (x: tf.Tensor): tf.Tensor;
  /** How many numbers it takes for each that it returns, where that is not 1; the layer before it is as much wider. */
  inputsPerOutput?: number;
}

/*
 * TensorFlow.js differentiates tanh, sigmoid, exp, elu and softplus through their saved *output*, which is cut off
 * from an outer gradient: the gradient of a gradient penalty is then wrong without a word, by 12 to 67 per cent.
 * Each function here saves its *input* and writes its derivative with functions of this file, so that every order is
 * right. `tests/penalties/penaltyGradient.test.ts` compares them with finite differences.
 */

function smooth(value: Activation, derivative: (x: tf.Tensor) => tf.Tensor): Activation {
  const op = tf.customGrad((x, save) => {
    const input = x as tf.Tensor;
    (save as tf.GradSaveFunc)([input]);
    return {
      value: value(input),
      gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => tf.mul(dy, derivative(saved[0])),
    };
  });
  return (x) => op(x);
}

/** x: no activation. */
export const linear: Activation = (x) => x;

/** max(0, x). Its derivative at 0 is 0. */
export const relu: Activation = (x) => tf.relu(x);

/** x for x > 0, else slope x. */
export function leakyRelu(slope = 0.2): Activation {
  if (!Number.isFinite(slope)) throw new Error(`leakyRelu: slope must be finite, got ${slope}`);
  return (x) => tf.sub(tf.relu(x), tf.mul(slope, tf.relu(tf.neg(x))));
}

/** e^x. */
export const exp: Activation = smooth(tf.exp, (x) => exp(x));

/** 1 / (1 + e^-x), with derivative sigmoid(x) sigmoid(-x). */
export const sigmoid: Activation = smooth(tf.sigmoid, (x) => tf.mul(sigmoid(x), sigmoid(tf.neg(x))));

/** log(1 + e^x) without overflow, with derivative sigmoid(x). */
export const softplus: Activation = smooth(
  (x) => tf.add(tf.relu(x), tf.log1p(tf.exp(tf.neg(tf.abs(x))))),
  (x) => sigmoid(x),
);

/** Hyperbolic tangent, with derivative 1 - tanh(x)^2. */
export const tanh: Activation = smooth(tf.tanh, (x) => tf.sub(1, tf.square(tanh(x))));

/** x for x > 0, else e^x - 1 (Clevert et al. 2015). */
export const elu: Activation = (x) => tf.add(tf.relu(x), tf.sub(exp(tf.neg(tf.relu(tf.neg(x)))), 1));

const [seluScale, seluAlpha] = [1.0507009873554805, 1.6732632423543772];

/** 1.0507 x for x > 0, else 1.0507 * 1.6733 (e^x - 1): keeps mean 0 and variance 1 through layers (Klambauer et al. 2017). */
export const selu: Activation = smooth(tf.selu, (x) =>
  tf.add(
    tf.sub(seluScale * seluAlpha, tf.relu(tf.neg(selu(x)))), // for x < 0 the derivative is selu(x) + scale alpha
    tf.mul(seluScale * (1 - seluAlpha), tf.step(x)),
  ),
);

/** x sigmoid(x). */
export const swish: Activation = (x) => tf.mul(x, sigmoid(x));

/** softplus(2 x + 2) / 2 - 1, the smooth stand-in for ELU of Improved Training of WGANs, Appendix D. */
export const shiftedSoftplus: Activation = (x) => tf.sub(tf.div(softplus(tf.add(tf.mul(x, 2), 2)), 2), 1);

/** sin(x). */
export const sine: Activation = (x) => tf.sin(x);
