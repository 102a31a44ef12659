import * as tf from '@tensorflow/tfjs';
import { useBackend } from '../../src/backend/useBackend';
import { stockKernel, useKernel } from '../support/stockKernels';
import type { Bench } from './bench';

/** The gradient of the second convolution of the MNIST critic of WGAN-GP (64 filters, batch 64) with and without our kernel. */
export async function benches(): Promise<Bench[]> {
  const name = 'Conv2DBackpropInput';
  await useBackend('wasm');
  const fast = tf.getKernel(name, 'wasm');
  const filter = tf.ones([5, 5, 64, 128]) as tf.Tensor4D;
  const dy = tf.ones([64, 7, 7, 128]) as tf.Tensor4D;
  const run = (kernel: tf.KernelConfig) => () => {
    useKernel(kernel);
    tf.dispose(tf.conv2dTranspose(dy, filter, [64, 14, 14, 64], 2, 'same'));
    useKernel(fast);
  };
  return [
    {
      name: 'gradient of a convolution by its images, [64, 14, 14, 64] with 128 filters of 5 x 5, on wasm',
      ours: { name: 'as a matrix product', run: run(fast) },
      peers: [{ name: 'TensorFlow.js as it comes', run: run(stockKernel(name)) }],
      goal: 3,
      repeats: 7,
    },
  ];
}
