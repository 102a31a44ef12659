import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { jensenShannon } from '../../src/distances/jensenShannon';
import { totalVariation } from '../../src/distances/totalVariation';
import { gaussian } from '../../src/distributions/gaussian';
import { mlp } from '../../src/models/mlp';
import { ganMinimax } from '../../src/objectives/gan';
import { wasserstein } from '../../src/objectives/wasserstein';
import { weightClip } from '../../src/penalties/weightClip';
import { stream } from '../../src/rng/stream';
import { adam } from '../../src/training/adam';
import { type NeuralNetDistanceOptions, neuralNetDistance } from '../../src/training/neuralNetDistance';
import { linearDecay } from '../../src/training/schedule';
import { portable, select } from '../support/backends';

const law = gaussian({ mean: [0, 0, 0] });
const sample = (n: number, name: string) => law.sample(n, stream(0, name));
const [x, y] = [sample(40, 'x'), sample(60, 'y')];
const steps = 400;
const optimiser = adam({ learningRate: 0.03, schedule: linearDecay({ from: steps / 2, until: steps }) });
const linearNet: NeuralNetDistanceOptions = {
  dim: 3,
  model: mlp({ layers: [3, 1] }),
  optimiser,
  constraint: weightClip(0.5),
  steps,
  restarts: 2,
  seed: 0,
};

const means = (points: Float64Array) =>
  [0, 1, 2].map(
    (k) => points.filter((_, i) => i % 3 === k).reduce((sum, v) => sum + v, 0) / (points.length / 3),
  );

describe.each(portable)('neuralNetDistance on %s', (backend) => {
  beforeAll(() => select(backend));

  test('linear critics in a box of weights see box times the l1 distance of the means, exactly', async () => {
    const { distance, restarts, dispose } = await neuralNetDistance(x, y, {
      ...linearNet,
      objective: wasserstein,
    });
    const exact = 0.5 * means(x).reduce((sum, v, k) => sum + Math.abs(v - means(y)[k]), 0);
    expect(distance).toBeCloseTo(exact, 5);
    for (const value of restarts) expect(value).toBeCloseTo(exact, 5);
    dispose();
  });

  test('one sigmoid on the line: as good as a search over all its parameters, and no better', async () => {
    const points = { x: [-1, -0.2, 0.4, 2], y: [-2, 0, 0.1, 0.9, 1.3] };
    const d = (f: number) => 1 / (1 + Math.exp(-f));
    const mean = (list: number[], w: number, b: number) =>
      list.reduce((sum, v) => sum + d(w * v + b), 0) / list.length;
    let best = 0;
    for (let i = -60; i <= 60; i++)
      for (let j = -60; j <= 60; j++) {
        const [w, b] = [(3 * i) / 60, (3 * j) / 60];
        best = Math.max(best, mean(points.x, w, b) - mean(points.y, w, b));
      }
    const model = mlp({ layers: [1, 1] });
    const { distance, dispose } = await neuralNetDistance(points.x, points.y, {
      ...linearNet,
      ...{ dim: 1, model, constraint: weightClip(3), restarts: 6 },
    });
    expect(distance).toBeGreaterThan(best - 1e-4);
    expect(distance).toBeLessThan(best + 2e-3); // the grid is not finer
    dispose();
  });

  test('a rich net on few atoms comes to the total variation, and with φ = log to the JS divergence', async () => {
    const p = [0.5, 0.3, 0.2];
    const q = [0.1, 0.3, 0.6];
    const atoms = (masses: number[]) =>
      masses.flatMap((mass, i) => new Array(Math.round(10 * mass)).fill(i - 1));
    const options = { ...linearNet, dim: 1, model: mlp({ layers: [1, 32, 1] }), constraint: undefined };
    const linear = await neuralNetDistance(atoms(p), atoms(q), options);
    const logarithmic = await neuralNetDistance(atoms(p), atoms(q), { ...options, objective: ganMinimax });
    expect(linear.distance).toBeLessThanOrEqual(totalVariation(p, q) + 1e-6);
    expect(linear.distance).toBeGreaterThan(totalVariation(p, q) - 0.02);
    expect(logarithmic.distance).toBeLessThanOrEqual(jensenShannon(p, q) + 1e-6);
    expect(logarithmic.distance).toBeGreaterThan(jensenShannon(p, q) - 0.002);
    linear.dispose();
    logarithmic.dispose();
  });

  test('the held-out estimate is that of the same discriminator on the other points', async () => {
    const heldOut = { x: sample(30, 'other x'), y: sample(50, 'other y') };
    const {
      heldOut: measured,
      distance,
      field,
      dispose,
    } = await neuralNetDistance(x, y, { ...linearNet, heldOut });
    const gap = (a: Float64Array, b: Float64Array) => {
      const mean = (points: Float64Array) => {
        const values = [...field.values(points)].map((f) => 1 / (1 + Math.exp(-f)));
        return values.reduce((sum, v) => sum + v, 0) / values.length;
      };
      return mean(a) - mean(b);
    };
    expect(measured).toBeCloseTo(gap(heldOut.x, heldOut.y), 6);
    expect(distance).toBeCloseTo(gap(x, y), 6);
    dispose();
  });

  test('same seed, same bits; the best restart counts; nothing leaks', async () => {
    const before = tf.memory().numTensors;
    const options = { ...linearNet, model: mlp({ layers: [3, 4, 1] }), steps: 30, restarts: 3 };
    const told: number[][] = [];
    const first = await neuralNetDistance(x, y, {
      ...options,
      onProgress: (done, total) => told.push([done, total]),
    });
    const again = await neuralNetDistance(x, y, options);
    expect(again.restarts).toEqual(first.restarts);
    expect(new Set(first.restarts).size).toBe(3);
    expect(first.distance).toBe(Math.max(...first.restarts));
    expect(first.heldOut).toBeNaN();
    expect(told.at(-1)).toEqual([90, 90]);
    first.dispose();
    again.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  test('wrong input is named and leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    const call = (change: object, other: ArrayLike<number> = y) =>
      neuralNetDistance(x, other, { ...linearNet, ...change });
    await expect(call({ restarts: 0 })).rejects.toThrow(
      'neuralNetDistance: restarts must be an integer >= 1, got 0',
    );
    await expect(call({ model: mlp({ layers: [2, 1] }) })).rejects.toThrow('neuralNetDistance');
    await expect(call({}, [1, 2])).rejects.toThrow('y must be a multiple of dim = 3 long, got 2');
    await expect(call({ heldOut: { x: [1], y: [1] } })).rejects.toThrow(
      'heldOut.x must be a multiple of dim = 3',
    );
    await expect(call({ recordEvery: 0 })).rejects.toThrow('recordEvery must be an integer >= 1, got 0');
    expect(tf.memory().numTensors).toBe(before);
  });
});
