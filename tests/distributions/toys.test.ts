import { describe, expect, test } from 'vitest';
import { empirical } from '../../src/distributions/empirical';
import { gaussian } from '../../src/distributions/gaussian';
import { gridOfGaussians } from '../../src/distributions/gridOfGaussians';
import { mixture } from '../../src/distributions/mixture';
import { ringOfGaussians } from '../../src/distributions/ringOfGaussians';
import { parallelLine, segment } from '../../src/distributions/segment';
import { swissRoll } from '../../src/distributions/swissRoll';
import { stream } from '../../src/rng/stream';

function points(x: Float64Array): [number, number][] {
  return Array.from({ length: x.length / 2 }, (_, i) => [x[2 * i], x[2 * i + 1]]);
}

/** How often each key occurs. */
function count(keys: string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

describe('mixture', () => {
  const parts = [
    { weight: 0.25, distribution: gaussian({ mean: -3, std: 0.1 }) },
    { weight: 0.75, distribution: gaussian({ mean: 3, std: 0.1 }) },
  ];

  test('draws each component by its weight, and its density is the weighted sum', () => {
    const law = mixture(parts);
    const x = law.sample(20_000, stream(0, 'mixture'));
    expect(x.filter((v) => v < 0).length / x.length).toBeCloseTo(0.25, 1.7);
    expect(law.density(-3)).toBeCloseTo(0.25 * gaussian({ mean: -3, std: 0.1 }).density(-3), 12);
  });

  test('a component of weight 0 is never drawn and adds nothing', () => {
    const law = mixture([
      { weight: 1, distribution: gaussian({ mean: 0 }) },
      { weight: 0, distribution: gaussian({ mean: 100 }) },
    ]);
    expect(Math.max(...law.sample(500, stream(0, 'x')))).toBeLessThan(10);
    expect(law.logDensity(0)).toBeCloseTo(gaussian({ mean: 0 }).logDensity(0), 12);
  });

  test('far from all components the log density is finite, where the density underflows', () => {
    expect(mixture(parts).density(100)).toBe(0);
    expect(mixture(parts).logDensity(100)).toBeCloseTo(
      -(97 ** 2) / 0.02 + Math.log(0.75 / (0.1 * Math.sqrt(2 * Math.PI))),
      6,
    );
  });

  test('weights that do not sum to 1 and mixed dimensions are refused', () => {
    expect(() => mixture(parts.slice(1))).toThrow('weights must sum to 1, got 0.75');
    expect(() => mixture([])).toThrow('got none');
    expect(() => mixture([parts[0], { weight: 0.75, distribution: gaussian({ mean: [0, 0] }) }])).toThrow(
      'got 2',
    );
    expect(() => mixture([{ ...parts[0], weight: -1 }])).toThrow('got -1');
  });
});

describe('the toy data of Improved Training of WGANs', () => {
  test('the ring has 8 distinct modes at radius 2 / 1.414, equally likely, std 0.02 / 1.414', () => {
    const law = ringOfGaussians();
    const x = points(law.sample(16_000, stream(0, 'ring')));
    const modes = count(
      x.map(([a, b]) => String(((Math.round((Math.atan2(b, a) / Math.PI) * 4) % 8) + 8) % 8)),
    );
    expect(modes.size).toBe(8);
    for (const n of modes.values()) expect(Math.abs(n - 2000)).toBeLessThan(200);
    const radii = x.map(([a, b]) => Math.hypot(a, b));
    const mean = radii.reduce((a, b) => a + b) / radii.length;
    const spread = Math.sqrt(radii.reduce((s, r) => s + (r - mean) ** 2, 0) / radii.length);
    expect(mean).toBeCloseTo(2 / 1.414, 3);
    expect(spread).toBeCloseTo(0.02 / 1.414, 3);
  });

  test('the grid has 25 modes at 2 {-2 … 2} / 2.828, std 0.05 / 2.828', () => {
    const x = points(gridOfGaussians().sample(25_000, stream(0, 'grid'))).map(([a, b]) => [
      a * 1.414,
      b * 1.414,
    ]);
    const modes = count(x.map((p) => p.map(Math.round).join(',')));
    expect(modes.size).toBe(25);
    for (const n of modes.values()) expect(Math.abs(n - 1000)).toBeLessThan(170);
    const offsets = x.flatMap((p) => p.map((v) => v - Math.round(v)));
    const spread = Math.sqrt(offsets.reduce((s, v) => s + v * v, 0) / offsets.length);
    expect(spread).toBeCloseTo(0.025, 3);
    expect(Math.max(...x.flat().map(Math.round))).toBe(2);
  });

  test('the Swiss roll without noise is t (cos t, sin t) / 7.5 with t in 1.5 pi … 4.5 pi', () => {
    const x = points(swissRoll({ noise: 0 }).sample(2000, stream(0, 'roll')));
    for (const [a, b] of x) {
      const t = 7.5 * Math.hypot(a, b);
      expect(t).toBeGreaterThanOrEqual(1.5 * Math.PI - 1e-9);
      expect(t).toBeLessThan(4.5 * Math.PI);
      expect(a).toBeCloseTo((t * Math.cos(t)) / 7.5, 9);
      expect(b).toBeCloseTo((t * Math.sin(t)) / 7.5, 9);
    }
    const mean = x.reduce((s, [a, b]) => s + 7.5 * Math.hypot(a, b), 0) / x.length;
    expect(mean).toBeCloseTo(3 * Math.PI, 0.5); // t is uniform
  });

  test('the noise of the Swiss roll is 0.25 / 7.5 per coordinate', () => {
    const clean = swissRoll({ noise: 0 });
    const noisy = swissRoll().sample(20_000, stream(1, 'roll'));
    expect(clean.dim).toBe(2);
    const excess = points(noisy).map(([a, b]) => Math.hypot(a, b) * 7.5);
    expect(Math.min(...excess)).toBeLessThan(1.5 * Math.PI - 0.25);
    expect(Math.min(...excess)).toBeGreaterThan(1.5 * Math.PI - 0.25 * 6);
  });

  test('impossible parameters are refused by name', () => {
    expect(() => ringOfGaussians({ modes: 0 })).toThrow('modes must be an integer >= 1, got 0');
    expect(() => ringOfGaussians({ radius: -1 })).toThrow('radius must be finite and > 0, got -1');
    expect(() => gridOfGaussians({ side: 1.5 })).toThrow('got 1.5');
    expect(() => swissRoll({ noise: -1 })).toThrow('noise must be finite and >= 0, got -1');
  });
});

describe('segments and points', () => {
  test('the line at theta has first coordinate theta and a uniform second one', () => {
    const x = points(parallelLine(0.3).sample(10_000, stream(0, 'line')));
    expect(new Set(x.map(([a]) => a))).toEqual(new Set([0.3]));
    const z = x.map(([, b]) => b).sort((a, b) => a - b);
    const distance = Math.max(...z.map((v, i) => Math.abs(v - (i + 0.5) / z.length)));
    expect(distance).toBeLessThan(0.02); // Kolmogorov-Smirnov, 1e-3 quantile 0.0195
  });

  test('a segment has any dimension; unequal ends are refused', () => {
    expect(segment([0, 0, 0], [1, 2, 3]).dim).toBe(3);
    expect(() => segment([0], [1, 2])).toThrow('got 1 and 2');
    expect(() => parallelLine(Number.POSITIVE_INFINITY)).toThrow('Infinity');
  });

  test('an empirical law draws its points only, each equally often', () => {
    const law = empirical([0, 0, 1, 1, 2, 2], 2);
    const counts = count(points(law.sample(6000, stream(0, 'empirical'))).map(String));
    expect([...counts.keys()].sort()).toEqual(['0,0', '1,1', '2,2']);
    for (const n of counts.values()) expect(Math.abs(n - 2000)).toBeLessThan(200);
    expect(() => empirical([1, 2, 3], 2)).toThrow('got 3');
    expect(() => empirical([], 2)).toThrow('got 0');
    expect(() => empirical([Number.NaN], 1)).toThrow('NaN');
  });

  test('balanced, it draws every point before any of them again', () => {
    const law = empirical([0, 0, 1, 1, 2, 2], 2, { balanced: true });
    const drawn = points(law.sample(8, stream(0, 'balanced'))).map(String);
    for (const round of [drawn.slice(0, 3), drawn.slice(3, 6)])
      expect([...round].sort()).toEqual(['0,0', '1,1', '2,2']);
    expect(new Set(drawn.slice(6)).size).toBe(2);
    const orders = new Set(
      Array.from({ length: 50 }, (_, i) => points(law.sample(3, stream(i, 'order'))).join(' ')),
    );
    expect(orders.size).toBe(6);
  });
});
