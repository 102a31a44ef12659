import { describe, expect, it } from 'vitest';
import { difference, fingerprint } from '../../../src/runner/stored/fingerprint';

const figure = (y: number[], title = 'W = 0.5', type = 'scatter') =>
  fingerprint(JSON.stringify({ data: [{ type, y }], layout: { title } }));

describe('the fingerprint of a figure', () => {
  it('holds count, mean and root mean square of its numbers', () => {
    expect(figure([3, 4])).toMatchObject({ count: 2, mean: 3.5, rms: 3.53553 });
  });

  it('agrees with itself and with changes below one percent, also of numbers in texts', () => {
    const y = [1, 2, 3, 4];
    expect(difference(figure(y), figure(y))).toBeUndefined();
    expect(
      difference(
        figure(y),
        figure(
          y.map((v) => v * 1.005),
          'W = 0.49',
        ),
      ),
    ).toBeUndefined();
  });

  it('tells a change of the numbers', () => {
    expect(difference(figure([1, 2, 3]), figure([1, 2, 3.3]))).toMatch(
      /^the mean of its numbers was 2 and is 2.1/,
    );
  });

  it('tells the same numbers in another order', () => {
    expect(difference(figure([1, 2, 3, 4]), figure([4, 3, 2, 1]))).toMatch(/^the wave/);
  });

  it('tells another number of points, another type, another text', () => {
    const stored = figure([1, 2]);
    for (const fresh of [figure([1, 2, 1.5]), figure([1, 2], 'W = 0.5', 'bar'), figure([1, 2], 'V = 0.5')])
      expect(difference(stored, fresh)).toContain('its traces, texts or lengths changed');
  });

  it('is defined for a figure without numbers', () => {
    expect(difference(figure([]), figure([]))).toBeUndefined();
  });
});
