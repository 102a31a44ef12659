import * as tf from '@tensorflow/tfjs';
import type { Stream } from '../rng/stream';
import type { Initialiser } from './initialisers';
import type { Parameters } from './model';

/** The size of an affine map: a product with weights, and one bias for each number that comes out. */
export interface AffineShape {
  weights: readonly number[];
  biases: number;
  /** Numbers that one output is made of, and outputs that one input takes part in: what initialisers scale by. */
  fanIn: number;
  fanOut: number;
}

/** Fresh weights, then fresh biases, in this order from one stream. */
export function affineParameters(stream: Stream, initialiser: Initialiser, shape: AffineShape): Parameters {
  const { weights, biases, fanIn, fanOut } = shape;
  const numbers = (length: number, draw: Initialiser['weight']) =>
    Float32Array.from({ length }, () => draw(stream, fanIn, fanOut));
  const count = weights.reduce((product, side) => product * side, 1);
  return [
    tf.tensor(numbers(count, initialiser.weight), [...weights]),
    tf.tensor1d(numbers(biases, initialiser.bias)),
  ];
}
