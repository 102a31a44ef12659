import * as tf from '@tensorflow/tfjs';
import type { Distribution } from '../distributions/distribution';
import type { Memory, Penalty } from '../penalties/penalty';
import type { Stream } from '../rng/stream';
import type { CriticBatch } from './criticUpdate';

/** Draws points as a tensor, [batch, dim]. */
export function drawPoints(law: Distribution, batch: number, draw: Stream): tf.Tensor2D {
  return tf.tensor2d(new Float32Array(law.sample(batch, draw)), [batch, law.dim]);
}

/** Where an update of a critic takes its points. */
export interface CriticSource {
  real: Distribution;
  /** The fakes: [batch, dim]. */
  fake: (draw: Stream) => tf.Tensor2D;
  batch: number;
  penalty?: Penalty;
}

/** Draws the tensors of one update of a critic; they belong to the caller. The penalty may remember something. */
export function drawCriticBatch(
  { real, fake, batch, penalty }: CriticSource,
  draw: Stream,
  memory?: Memory,
): CriticBatch {
  const tensors: CriticBatch = {
    real: drawPoints(real, batch, draw.split('real')),
    fake: fake(draw.split('fake')),
  };
  if (penalty) tensors.points = penalty.points(tensors.real, tensors.fake, draw.split('penalty'), memory);
  return tensors;
}
