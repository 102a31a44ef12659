import { expect, test } from 'vitest';
import { gaussian } from '../../src/distributions/gaussian';
import { generatedMixture } from '../../src/models/generatedMixture';
import { stream } from '../../src/rng/stream';

const laws = [-10, 0, 10].map((mean) => gaussian({ mean, std: 0.1 }));

test('points come from each generator as often as its weight says, in no order', () => {
  const points = generatedMixture(laws, [0.2, 0.5, 0.3]).sample(10000, stream(0, 'mixture'));
  const share = (centre: number) => points.filter((x) => Math.abs(x - centre) < 1).length / points.length;
  for (const [centre, weight] of [
    [-10, 0.2],
    [0, 0.5],
    [10, 0.3],
  ])
    expect(Math.abs(share(centre) - weight)).toBeLessThan(0.02); // its deviation is 0.005
  const half = points.slice(0, 5000).filter((x) => x > 5).length / 5000;
  expect(Math.abs(half - 0.3)).toBeLessThan(0.03);
});

test('32-bit weights that miss 1 are taken as they are meant, and a weight of 0 is never drawn', () => {
  const points = generatedMixture(laws, Float32Array.of(0, 0.3333333, 0.6666665)).sample(
    3000,
    stream(1, 'mixture'),
  );
  expect(points.some((x) => x < -5)).toBe(false);
  expect(Math.abs(points.filter((x) => x > 5).length / 3000 - 2 / 3)).toBeLessThan(0.04);
});
