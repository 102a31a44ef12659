import { describe, expect, test } from 'vitest';
import { feedForward64 } from '../../src/models/feedForward64';
import { stream } from '../../src/rng/stream';
import { derivative } from '../../src/statistics/derivative';

describe('feedForward64', () => {
  test('of two widths is the affine map', () => {
    const affine = feedForward64(2, 2);
    expect(affine.size).toBe(6);
    expect(Array.from(affine.outputsAt([1, 2, 3, 4, 10, 20], [1, 0, 0, 1]))).toEqual([11, 23, 12, 24]);
  });

  test('of three widths is tanh between two affine maps', () => {
    const net = feedForward64(1, 1, 1);
    expect(net.outputsAt([2, 0.5, 3, -1], [0.25])[0]).toBe(3 * Math.tanh(1) - 1);
  });

  test.each([[[2, 2]], [[2, 5, 2]], [[3, 4, 6, 1]]])(
    'the pullback of %j is the finite difference',
    (widths) => {
      const net = feedForward64(...widths);
      const draw = stream(0, 'pullback');
      const theta = net.initial(draw);
      const z = Array.from({ length: 4 * net.inputs }, () => draw.normal());
      const direction = Array.from({ length: 4 * net.outputs }, () => draw.normal());
      const value = (at: ArrayLike<number>) =>
        net.outputsAt(at, z).reduce((sum, output, i) => sum + output * direction[i], 0);
      const gradient = net.pullback(theta, z, direction);
      theta.forEach((_, k) => {
        const along = (to: number) => value(theta.map((other, i) => (i === k ? to : other)));
        expect(gradient[k]).toBeCloseTo(derivative(along, theta[k], 1e-5), 7);
      });
    },
  );

  test('initial weights have variance 1 / inputs', () => {
    const theta = feedForward64(400, 50).initial(stream(0, 'initial')).subarray(0, 20000);
    expect(theta.reduce((sum, w) => sum + w * w, 0) / 20000).toBeCloseTo(1 / 400, 3);
  });

  test('says what is wrong with its input', () => {
    expect(() => feedForward64(2)).toThrow('at least two integers >= 1, got [2]');
    const net = feedForward64(2, 2);
    expect(() => net.outputsAt([1], [1, 2])).toThrow('theta must hold 6 parameters, got 1');
    expect(() => net.outputsAt(new Float64Array(6), [1])).toThrow('multiple of 2 numbers, got 1');
    expect(() => net.pullback(new Float64Array(6), [1, 2], [1])).toThrow(
      'direction must hold 2 numbers, got 1',
    );
  });
});
