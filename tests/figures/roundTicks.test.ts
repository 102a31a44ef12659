import { expect, test } from 'vitest';
import { roundTicks } from '../../src/figures/roundTicks';
import { stream } from '../../src/rng/stream';

test.each([
  [-2, 2, [-2, -1, 0, 1, 2]],
  [-1.4, 1, [-1, -0.5, 0, 0.5, 1]],
  [0, 1, [0, 0.2, 0.4, 0.6, 0.8, 1]],
  [3, 47, [10, 20, 30, 40]],
])('from %d to %d they are round', (low, high, ticks) => {
  expect(roundTicks(low, high)).toEqual(ticks);
});

test('whatever the range, there are four to ten, within it', () => {
  const draw = stream(0, 'ticks');
  for (let i = 0; i < 500; i++) {
    const size = 10 ** (10 * draw.uniform() - 5);
    const low = size * draw.normal();
    const high = low + size * (0.1 + draw.uniform());
    const ticks = roundTicks(low, high);
    expect(ticks.length).toBeGreaterThanOrEqual(4);
    expect(ticks.length).toBeLessThanOrEqual(10);
    const slack = 1e-6 * (high - low);
    for (const tick of ticks) {
      expect(tick).toBeGreaterThanOrEqual(low - slack);
      expect(tick).toBeLessThanOrEqual(high + slack);
    }
  }
});
