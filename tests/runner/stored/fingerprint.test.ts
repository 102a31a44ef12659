import { describe, expect, it } from 'vitest';
import { difference, fingerprint } from '../../../src/runner/stored/fingerprint';

const figure = (y: (number | null)[], title = 'W = 0.5', type = 'scatter') =>
  fingerprint(JSON.stringify({ data: [{ type, x: [1000, 2000, 3000], y }], layout: { title, width: 720 } }));

describe('the fingerprint of a figure', () => {
  it('holds mean and root mean square of each array, and of the numbers that stand alone', () => {
    expect(figure([3, null, 4]).arrays.map(([mean, rms]) => [mean, rms])).toEqual([
      [2000, 2160.2],
      [3.5, 3.5355],
      [720, 720],
    ]);
  });

  it('agrees with itself and with changes below one percent, also of numbers in texts', () => {
    const y = [1, 2, 3, 4];
    expect(difference(figure(y), figure(y))).toBeUndefined();
    const nearly = y.map((v) => v * 1.005);
    expect(difference(figure(y), figure(nearly, 'W = 0.49'))).toBeUndefined();
  });

  it('tells a change of a small curve beside a large axis', () => {
    expect(difference(figure([1, 2, 3]), figure([1, 2, 3.3]))).toMatch(
      /^the mean of its array 2 of 3 was 2 and is 2.1/,
    );
  });

  it('tells the same numbers in another order', () => {
    expect(difference(figure([1, 2, 3, 4]), figure([4, 3, 2, 1]))).toMatch(/^the order of its array 2/);
  });

  it('tells another number of points, a gap, another type, another text', () => {
    const stored = figure([1, 2]);
    for (const fresh of [
      figure([1, 2, 1.5]),
      figure([1, null]),
      figure([1, 2], 'W = 0.5', 'bar'),
      figure([1, 2], 'V = 0.5'),
    ])
      expect(difference(stored, fresh)).toBe('its traces, texts or lengths changed');
  });

  it('is defined for a figure without numbers', () => {
    expect(difference(fingerprint('{"data":[]}'), fingerprint('{"data":[]}'))).toBeUndefined();
  });
});
