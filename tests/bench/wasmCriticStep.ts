import * as tf from '@tensorflow/tfjs';
import { useBackend } from '../../src/backend/useBackend';
import { mlp } from '../../src/models/mlp';
import { wasserstein } from '../../src/objectives/wasserstein';
import { gradientPenalty } from '../../src/penalties/gradientPenalty';
import { stream } from '../../src/rng/stream';
import { untraced } from '../../src/trace/traced';
import { adam } from '../../src/training/adam';
import { criticUpdate } from '../../src/training/criticUpdate';
import { disposePlayer } from '../../src/training/player';
import { stockKernel, useKernel } from '../support/stockKernels';
import type { Bench } from './bench';

/** The critic step of the released toy script of WGAN-GP (2-512-512-512-1, batch 256) with and without our matrix products. */
export async function benches(): Promise<Bench[]> {
  await useBackend('wasm');
  const fast = tf.getKernel('BatchMatMul', 'wasm');
  const rules = {
    model: mlp({ layers: [2, 512, 512, 512, 1] }),
    objective: wasserstein,
    penalty: gradientPenalty(),
    optimiser: adam({ learningRate: 1e-4, beta1: 0.5, beta2: 0.9 }),
  };
  const draw = stream(0, 'bench');
  const points = () => tf.tensor2d(Float32Array.from({ length: 512 }, draw.normal), [256, 2]);
  const batch = { real: points(), fake: points(), points: points() };
  const parameters = rules.model.init(draw);
  const player = { parameters, state: rules.optimiser.init(parameters) };
  const step = (kernel: tf.KernelConfig) => () => {
    useKernel(kernel);
    const update = untraced(() => criticUpdate(rules, player, batch)); // a trace would not outlive a change of kernels
    update.terms.loss.dataSync();
    tf.dispose([update.terms.loss, update.terms.penalty]);
    disposePlayer(update.player);
    useKernel(fast);
  };
  return [
    {
      name: 'WGAN-GP critic step, 2-512-512-512-1, batch 256, on wasm',
      ours: { name: 'with our matrix products', run: step(fast) },
      peers: [{ name: 'TensorFlow.js as it comes', run: step(stockKernel('BatchMatMul')) }],
      goal: 5,
      repeats: 7,
    },
  ];
}
