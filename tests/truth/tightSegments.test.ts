import { expect, test } from 'vitest';
import { stream } from '../../src/rng/stream';
import { alongSegments } from '../../src/truth/alongSegments';
import { lipschitzOptimum } from '../../src/truth/lipschitzOptimum';
import { tightSegments } from '../../src/truth/tightSegments';

test('two couples: from each fake point to its real one, with the mass that the slope of phi gives', () => {
  const optimum = lipschitzOptimum([[1], [51]], [[0], [50]], { loss: 'exp', lambda: 0.1 });
  const { x, y, masses, lengths } = tightSegments(optimum);
  expect(Array.from(x)).toEqual([1, 51]);
  expect(Array.from(y)).toEqual([0, 50]);
  expect(Array.from(lengths)).toEqual([1, 1]);
  for (const mass of masses) expect(mass).toBeCloseTo(Math.exp(-optimum.slope / 2) / 2, 7);
});

test('along them the gradient is k times the direction', () => {
  const draw = stream(3, 'segments');
  const cloud = (shift: number) => Array.from({ length: 12 }, () => [draw.normal() + shift, draw.normal()]);
  const optimum = lipschitzOptimum(cloud(1), cloud(0), { loss: 'sqrt', lambda: 0.1 });
  const unit = (points: Float64Array) => optimum.gradients(points).map((v) => v / optimum.slope);
  const { largestError } = alongSegments(unit, tightSegments(optimum), [0.2, 0.5, 0.8]);
  for (const error of largestError) expect(error).toBeLessThan(1e-3);
});
