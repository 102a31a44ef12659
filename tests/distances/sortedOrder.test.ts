import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sortedOrder } from '../../src/distances/sortedOrder';
import { stream } from '../../src/rng/stream';

const byComparing = (values: ArrayLike<number>) =>
  Array.from({ length: values.length }, (_, i) => i).sort((a, b) => values[a] - values[b] || a - b);

test('it is the stable order of a comparing sort, also of tiny, huge, negative and equal numbers', () => {
  const value = fc.oneof(
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.constantFrom(0, -0, 5e-324, -5e-324, 1e308, -1e308, 1, -1),
  );
  fc.assert(
    fc.property(fc.array(value, { maxLength: 60 }), (values) => {
      expect(Array.from(sortedOrder(Float64Array.from(values)))).toEqual(byComparing(values));
    }),
    { numRuns: 500, seed: 0 },
  );
});

test('many values', () => {
  const draw = stream(0, 'order');
  const values = Float64Array.from({ length: 20_000 }, () => Math.round(1000 * draw.normal()) / 100);
  expect(Array.from(sortedOrder(values))).toEqual(byComparing(values));
});

test('nothing to sort', () => {
  expect(sortedOrder(new Float64Array(0))).toHaveLength(0);
  expect(Array.from(sortedOrder(Float64Array.of(3)))).toEqual([0]);
});
