import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { stream } from '../../src/rng/stream';
import { traced, traceReport, traceSettings } from '../../src/trace/traced';
import { portable, select } from '../support/backends';

type Draw = ReturnType<typeof stream>;

const shapes = [[4, 8], [8], [1], [], [32], [8, 4]];
const unary = [tf.neg, tf.abs, tf.square, tf.relu, tf.step, tf.sqrt, tf.sin, tf.clone, tf.zerosLike];
const binary = [tf.add, tf.sub, tf.mul, tf.div, tf.maximum];

/** Some forty operations on tensors chosen at random among the inputs and earlier results; a third of all is returned. */
function randomStep(seed: number): (inputs: tf.Tensor[]) => tf.Tensor[] {
  return (inputs) => {
    const draw = stream(seed, 'step');
    const made = [...inputs, tf.scalar(0.5), tf.tensor1d([1, -2, 3, -4, 5, -6, 7, -8])];
    const any = () => made[draw.integer(made.length)];
    for (let i = 0; i < 40; i++) made.push(oneOf(draw, any));
    return made.filter(() => draw.integer(3) === 0);
  };
}

function oneOf(draw: Draw, any: () => tf.Tensor): tf.Tensor {
  const x = any();
  const kind = draw.integer(12);
  if (kind === 0 && x.rank > 0) return tf.sum(x, 0);
  if (kind === 1) return tf.reshape(x, [x.size]);
  if (kind === 2 && x.rank === 2) return tf.matMul(x as tf.Tensor2D, x as tf.Tensor2D, true);
  if (kind < 6) return unary[draw.integer(unary.length)](x);
  for (let attempt = 0; attempt < 20; attempt++) {
    const y = any();
    if ([x, y].every(({ shape }) => shape.length === 0 || shape.at(-1) === x.shape.at(-1)) && fits(x, y))
      return binary[draw.integer(binary.length)](x, y);
  }
  return tf.neg(x);
}

/** Whether one shape is the end of the other. */
function fits(x: tf.Tensor, y: tf.Tensor): boolean {
  const [short, long] = x.rank < y.rank ? [x, y] : [y, x];
  return short.shape.every((size, i) => size === long.shape[i + long.rank - short.rank]);
}

function bits(tensors: tf.Tensor[]): unknown[] {
  return tensors.map((x) => [
    x.shape,
    [...x.dataSync()].map((value) => (Object.is(value, -0) ? '-0' : value)),
  ]);
}

describe.each(portable)('steps put together at random on %s', (backend) => {
  beforeAll(() => select(backend));

  test.each(Array.from({ length: 40 }, (_, seed) => seed))('step %d is replayed to the last bit', (seed) => {
    traceSettings();
    const before = tf.memory();
    tf.tidy(() => {
      const step = randomStep(seed);
      const identity = { name: 'random', parts: [seed] };
      for (let round = 0; round < 4; round++) {
        const draw = stream(round, 'inputs');
        const inputs = shapes.map((shape) => {
          const size = tf.util.sizeFromShape(shape);
          return tf.tensor(Float32Array.from({ length: size }, draw.normal), shape);
        });
        const replayed = traced(identity, (x) => tf.tidy(() => step(x)), inputs);
        expect(bits(replayed)).toEqual(bits(tf.tidy(() => step(inputs))));
      }
      expect(traceReport()[0]).toMatchObject({ state: 'replayed' });
    });
    expect(tf.memory()).toEqual(before);
  });
});
