import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { mlp } from '../../src/models/mlp';
import { layerNorm } from '../../src/models/normalisation';
import { weightValues } from '../../src/models/weightValues';
import { weightClip } from '../../src/penalties/weightClip';
import { stream } from '../../src/rng/stream';

test('the weights of a model are those of its matrices and filters, in their order', () => {
  const parameters = [tf.tensor2d([[1, 2]]), tf.tensor1d([9, 9]), tf.ones([2, 2, 1, 1]), tf.tensor1d([9])];
  expect([...weightValues(parameters)]).toEqual([1, 2, 1, 1, 1, 1]);
});

test('there are as many as the widths say, and none is beyond a clip', () => {
  const parameters = mlp({ layers: [2, 7, 5, 1], normalisation: layerNorm() }).init(stream(0, 'init'));
  const weights = weightValues(weightClip(0.1).project(parameters));
  expect(weights).toHaveLength(2 * 7 + 7 * 5 + 5);
  expect(Math.max(...weights.map(Math.abs))).toBeCloseTo(0.1, 6);
});

test('parameters without weights are refused', () => {
  expect(() => weightValues([tf.tensor1d([1])])).toThrow('expected parameters with weights, got none');
});
