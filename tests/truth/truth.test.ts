import { describe, expect, test } from 'vitest';
import { earthMover1d } from '../../src/distances/earthMover1d';
import { gaussian } from '../../src/distributions/gaussian';
import { mixture } from '../../src/distributions/mixture';
import { stream } from '../../src/rng/stream';
import { kantorovichPotential1d } from '../../src/truth/kantorovichPotential1d';
import { optimalDiscriminator } from '../../src/truth/optimalDiscriminator';
import { parallelLines } from '../../src/truth/parallelLines';

const grid = Float64Array.from({ length: 2001 }, (_, i) => -10 + i / 100);

describe('optimalDiscriminator', () => {
  test('between N(-mu, 1) and N(mu, 1) it is 1 / (1 + exp(2 mu x))', () => {
    for (const mu of [0.5, 2, 4]) {
      const d = optimalDiscriminator(gaussian({ mean: -mu }), gaussian({ mean: mu }));
      for (const x of [-8, -1, 0, 0.3, 8]) expect(d.value(x)).toBeCloseTo(1 / (1 + Math.exp(2 * mu * x)), 12);
    }
  });

  test('far out, where both densities underflow, it is still right', () => {
    const d = optimalDiscriminator(gaussian({ mean: -4 }), gaussian({ mean: 4 }));
    expect(d.value(-1000)).toBe(1);
    expect(d.logit(60)).toBeCloseTo(-480, 9);
  });

  test('it minimises the loss of the discriminator point by point', () => {
    const real = gaussian({ mean: 1, std: 0.5 });
    const fake = gaussian({ mean: 0 });
    const d = optimalDiscriminator(real, fake);
    const loss = (x: number, value: number) =>
      -real.density(x) * Math.log(value) - fake.density(x) * Math.log(1 - value);
    for (const x of [-1, 0.2, 1, 2])
      for (const step of [-1e-3, 1e-3])
        expect(loss(x, d.value(x) + step)).toBeGreaterThan(loss(x, d.value(x)));
  });

  test('two dimensions, and mixed dimensions refused', () => {
    const d = optimalDiscriminator(gaussian({ mean: [0, 0] }), gaussian({ mean: [0, 0] }));
    expect(d.value([1, 2])).toBe(0.5);
    expect(() => optimalDiscriminator(gaussian({ mean: 0 }), gaussian({ mean: [0, 0] }))).toThrow(
      'got 1 and 2',
    );
  });
});

describe('kantorovichPotential1d', () => {
  test('between two shifted laws it falls with slope 1 everywhere, and W1 is the shift', () => {
    const { values, distance, slopes } = kantorovichPotential1d(
      gaussian({ mean: -2 }),
      gaussian({ mean: 2 }),
      grid,
    );
    expect(distance).toBeCloseTo(4, 6);
    expect(slopes[1000]).toBe(-1);
    expect(values[1000]).toBe(0);
    expect(values[1100]).toBeCloseTo(-1, 9);
  });

  test('between a narrow and a wide law it is -|x| or |x|, and W1 has its closed form', () => {
    const { values, distance } = kantorovichPotential1d(
      gaussian({ mean: 0, std: 1.5 }),
      gaussian({ mean: 0, std: 0.5 }),
      grid,
    );
    expect(distance).toBeCloseTo(1 * Math.sqrt(2 / Math.PI), 4); // |1.5 - 0.5| E|Z|
    expect(values[1200] - values[1000]).toBeCloseTo(2, 2);
    expect(values[800] - values[1000]).toBeCloseTo(2, 2);
  });

  test('E_real f - E_fake f equals W1 of samples, up to sampling error', () => {
    const real = mixture([
      { weight: 0.3, distribution: gaussian({ mean: -3, std: 0.5 }) },
      { weight: 0.7, distribution: gaussian({ mean: 2 }) },
    ]);
    const fake = gaussian({ mean: 1, std: 2 });
    const { distance, values } = kantorovichPotential1d(real, fake, grid);
    const draw = stream(0, 'potential');
    const n = 20_000;
    const x = real.sample(n, draw.split('real'));
    const y = fake.sample(n, draw.split('fake'));
    expect(Math.abs(earthMover1d(x, y) - distance)).toBeLessThan(0.05);
    const f = (v: number) => values[Math.min(2000, Math.max(0, Math.round((v + 10) * 100)))];
    const gap = x.reduce((s, v) => s + f(v), 0) / n - y.reduce((s, v) => s + f(v), 0) / n;
    expect(Math.abs(gap - distance)).toBeLessThan(0.05);
  });

  test('a grid that misses mass or does not increase is refused', () => {
    const law = gaussian({ mean: 0 });
    expect(() => kantorovichPotential1d(law, gaussian({ mean: 9 }), grid)).toThrow('cover the fake law');
    expect(() => kantorovichPotential1d(law, law, [0, 1, 1])).toThrow('grid must increase, got 1 and then 1');
    expect(() => kantorovichPotential1d(law, law, [0, 1])).toThrow('at least 3 points');
  });
});

describe('parallelLines', () => {
  test('Example 1: W = |theta|; JS = log 2, TV = 1, KL = ∞ unless theta = 0', () => {
    expect(parallelLines(-0.3)).toEqual({
      earthMover: 0.3,
      jensenShannon: Math.log(2),
      totalVariation: 1,
      kullbackLeibler: Number.POSITIVE_INFINITY,
      reverseKullbackLeibler: Number.POSITIVE_INFINITY,
    });
    expect(Object.values(parallelLines(0))).toEqual([0, 0, 0, 0, 0]);
    expect(() => parallelLines(Number.NaN)).toThrow('theta must be finite, got NaN');
  });
});
