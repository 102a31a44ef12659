import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { adam } from '../../src/training/adam';
import { optimise } from '../../src/training/optimiser';
import { rmsProp } from '../../src/training/rmsProp';
import { linearDecay, type Schedule } from '../../src/training/schedule';
import { sgd } from '../../src/training/sgd';
import { select } from '../support/backends';

beforeAll(() => select('cpu'));

const schedule = linearDecay({ from: 6, until: 10 });

test('a linear decay is 1 until it begins, then falls evenly to 0 and stays there', () => {
  expect([0, 3, 6, 7, 8, 9, 10, 11].map(schedule.factor)).toEqual([1, 1, 1, 0.75, 0.5, 0.25, 0, 0]);
  expect([0, 1, 2, 4].map(linearDecay({ from: 0, until: 4 }).factor)).toEqual([1, 0.75, 0.5, 0]);
});

test('a decay that does not fall is refused', () => {
  expect(() => linearDecay({ from: 5, until: 5 })).toThrow('until must be an integer > from = 5, got 5');
  expect(() => linearDecay({ from: -1, until: 5 })).toThrow('from must be an integer >= 0, got -1');
  expect(() => linearDecay({ from: 0.5, until: 5 })).toThrow('from must be an integer >= 0, got 0.5');
});

describe.each([
  ['adam', (s?: Schedule) => adam({ learningRate: 0.1, beta1: 0.5, schedule: s })],
  ['rmsProp', (s?: Schedule) => rmsProp({ learningRate: 0.1, schedule: s })],
  ['sgd', (s?: Schedule) => sgd({ learningRate: 0.1, schedule: s })],
])('%s with a schedule', (_, make) => {
  test.each([
    [6, 1],
    [8, 0.5],
    [9, 0.25],
  ])('in update %d makes its step times %d, and remembers the same', (step, factor) => {
    tf.tidy(() => {
      const [w, g] = [tf.tensor1d([1, -2, 3]), tf.tensor1d([0.3, 2, -1])];
      const state = {
        step,
        slots: make()
          .init([w])
          .slots.map((slot) => slot.map((s) => tf.add(s, 0.2))),
      };
      const plain = optimise(make(), [w], [g], state);
      const scheduled = optimise(make(schedule), [w], [g], state);
      const moved = (next: typeof plain) => [...tf.sub(next.parameters[0], w).dataSync()];
      moved(scheduled).forEach((move, i) => {
        expect(move).toBeCloseTo(factor * moved(plain)[i], 6);
      });
      const remembered = (next: typeof plain) => next.state.slots.flat().map((s) => [...s.dataSync()]);
      expect(remembered(scheduled)).toEqual(remembered(plain));
      expect(scheduled.state.step).toBe(step + 1);
    });
  });

  test('tells it by its name, which a checkpoint compares', () => {
    expect(make(schedule).name).toBe(make().name.replace(/\)$/, ', linear decay 6 … 10)'));
  });
});
