import * as tf from '@tensorflow/tfjs';
import type { Layer } from '../models/layer';
import type { Model, Parameters } from '../models/model';
import type { Elementwise, Objective } from '../objectives/objective';
import { tidy } from './tidy';

/** Real and fake points, each [n, dim] flattened. */
export interface PointsOfBoth {
  real: ArrayLike<number>;
  fake: ArrayLike<number>;
}

/**
 * How large the gradient of the critic's loss is at the output of each layer: |dJ_D / dh_l| for l = 1 … L, the Euclidean norm
 * over all points and channels, without a penalty's part. h_L is the critic's output itself.
 *
 * Back-propagation layer by layer, in the backend's 32 bits; the squares are summed in 64, as those of gradients below
 * 1e-19 are no 32-bit numbers any more.
 *
 * Improved Training of Wasserstein GANs, Figure 1b (left).
 *
 * @returns [L], the first layer's first
 * @throws Error when the critic is not made of layers, or the coordinates are no positive multiple of its inputs
 */
export function layerGradientNorms(
  { model, objective }: { model: Model; objective: Pick<Objective, 'phi' | 'varphi'> },
  parameters: Parameters,
  { real, fake }: PointsOfBoth,
): Float64Array {
  const squares = [squaredNorms(model, parameters, real, objective.varphi)];
  squares.push(squaredNorms(model, parameters, fake, objective.phi));
  return Float64Array.from(squares[0], (square, l) => Math.sqrt(square + squares[1][l]));
}

/** |d E loss(f) / dh_l|^2: [L]. */
function squaredNorms(
  model: Model,
  parameters: Parameters,
  points: ArrayLike<number>,
  loss: Elementwise,
): number[] {
  return tidy(() => {
    const passes = forward(model, parameters, points);
    const meanLoss = (f: tf.Tensor) => tf.mean(loss(f));
    let gradient = tf.grad(meanLoss)(passes[passes.length - 1].output);
    const squares = passes.map(() => 0);
    for (let l = passes.length - 1; l >= 0; l--) {
      squares[l] = Float64Array.from(gradient.dataSync()).reduce((sum, g) => sum + g * g, 0);
      const { layer, own, input } = passes[l];
      gradient = tf.grad((h) => layer.apply(own, h))(input, gradient);
    }
    return squares;
  });
}

/** A layer with its parameters, what came in and what goes out. */
interface Pass {
  layer: Layer;
  own: Parameters;
  input: tf.Tensor;
  output: tf.Tensor;
}

function forward(model: Model, parameters: Parameters, points: ArrayLike<number>): Pass[] {
  const { layers, inputs, name } = model;
  if (!layers) throw new Error(`layerGradientNorms: ${name} is not made of layers`);
  if (points.length === 0 || points.length % inputs !== 0)
    throw new Error(
      `layerGradientNorms: points must be a positive multiple of ${inputs} coordinates, got ${points.length}`,
    );
  let input: tf.Tensor = tf.tensor2d(Float32Array.from(points), [points.length / inputs, inputs]);
  let at = 0;
  return layers.map((layer) => {
    const own = parameters.slice(at, at + layer.size);
    at += layer.size;
    const pass = { layer, own, input, output: layer.apply(own, input) };
    input = pass.output;
    return pass;
  });
}
