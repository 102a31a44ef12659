import { describe, expect, test } from 'vitest';
import { ringOfGaussians } from '../../src/distributions/ringOfGaussians';
import { withNoise } from '../../src/distributions/withNoise';
import { normalisedDual } from '../../src/models/normalisedDual';
import { ringContrast } from '../../src/models/ringContrast';
import { type PlainCritic, slopes } from '../../src/models/slopes';
import { stream } from '../../src/rng/stream';
import { kantorovichPotential } from '../../src/truth/kantorovichPotential';

/** A critic on the plane by its formulas. */
function critic(
  value: (x: number, y: number) => number,
  gradient: (x: number, y: number) => [number, number],
): PlainCritic {
  const each = <T>(points: ArrayLike<number>, f: (x: number, y: number) => T) =>
    Array.from({ length: points.length / 2 }, (_, k) => f(points[2 * k], points[2 * k + 1]));
  return {
    dim: 2,
    values: (points) => each(points, value),
    gradients: (points) => each(points, gradient).flat(),
  };
}
const linear = critic(
  (x, y) => 3 * x + 4 * y + 7,
  () => [3, 4],
);
const bowl = critic(
  (x, y) => x * x + y * y,
  (x, y) => [2 * x, 2 * y],
);

describe('slopes', () => {
  test('are the norms of the gradient, point by point', () => {
    expect(Array.from(slopes(linear, [0, 0, 1, -5]))).toEqual([5, 5]);
    expect(Array.from(slopes(bowl, [3, 4, 0, 0, 0, -1]))).toEqual([10, 0, 2]);
  });

  test('of an exact potential are 1 on the way between coupled points', () => {
    const potential = kantorovichPotential([[1, 0]], [[-1, 0]]);
    expect(slopes(potential, [0.3, 0])[0]).toBeCloseTo(1, 12);
  });
});

describe('normalisedDual', () => {
  test('of a linear critic is the difference of means along it, whatever its scale and level', () => {
    const points = { real: [1, 0, 3, 0], fake: [0, 1] }; // means (2, 0) and (0, 1)
    const { dual, slope } = normalisedDual(linear, points);
    expect(slope).toBe(5);
    expect(dual).toBeCloseTo((3 * 2 - 4) / 5, 12);
    const scaled = critic(
      (x, y) => 0.03 * x + 0.04 * y - 1,
      () => [0.03, 0.04],
    );
    expect(normalisedDual(scaled, points).dual).toBeCloseTo(dual, 12);
  });

  test('divides by the quantile asked for, at the points asked for', () => {
    const points = { real: [2, 0], fake: [1, 0] }; // difference of the values: 3
    expect(normalisedDual(bowl, { ...points, p: 1 })).toEqual({ dual: 3 / 4, slope: 4 });
    expect(normalisedDual(bowl, { ...points, p: 0 })).toEqual({ dual: 3 / 2, slope: 2 });
    expect(normalisedDual(bowl, { ...points, at: [0, 5], p: 1 })).toEqual({ dual: 0.3, slope: 10 });
  });

  test('changes its sign when real and generated points change places', () => {
    const [real, fake] = [
      [1, 0, 0, 2],
      [0, 0, 3, 1],
    ];
    const one = normalisedDual(bowl, { real, fake });
    const two = normalisedDual(bowl, { real: fake, fake: real });
    expect(two.dual).toBeCloseTo(-one.dual, 12);
    expect(two.slope).toBeCloseTo(one.slope, 12);
  });

  test('of the exact potential is W1', () => {
    const law = ringOfGaussians();
    const real = law.sample(60, stream(0, 'real'));
    const fake = withNoise(law).sample(50, stream(0, 'fake'));
    const potential = kantorovichPotential(real, fake, { dim: 2 });
    const { dual, slope } = normalisedDual(potential, { real, fake, p: 1 });
    expect(slope).toBeCloseTo(1, 9);
    expect(dual).toBeCloseTo(potential.distance, 9);
  });

  test('a constant critic has no slope to divide by', () => {
    const constant = critic(
      () => 1,
      () => [0, 0],
    );
    expect(() => normalisedDual(constant, { real: [0, 0], fake: [1, 1] })).toThrow('must be > 0, got 0');
  });
});

describe('ringContrast', () => {
  const modes = 8;
  const radius = 1.5;
  const angular = (n: number) =>
    critic(
      (x, y) => Math.cos(n * Math.atan2(y, x)),
      () => [0, 0],
    );

  test('of cos(8 angle) is 2, and 0 of a function of the radius, a linear one, and a wave with another number of crests', () => {
    expect(ringContrast(angular(8), { modes, radius })).toBeCloseTo(2, 12);
    for (const f of [bowl, linear, angular(3)]) expect(ringContrast(f, { modes, radius })).toBeCloseTo(0, 12);
  });

  test('of minus the distance to the nearest centre it is the most that slope 1 allows, 2 r sin(pi / 2n)', () => {
    const centre = (k: number) => [
      radius * Math.cos((2 * Math.PI * k) / modes),
      radius * Math.sin((2 * Math.PI * k) / modes),
    ];
    const cones = critic(
      (x, y) =>
        -Math.min(...Array.from({ length: modes }, (_, k) => Math.hypot(x - centre(k)[0], y - centre(k)[1]))),
      () => [0, 0],
    );
    expect(ringContrast(cones, { modes, radius })).toBeCloseTo(2 * radius * Math.sin(Math.PI / 16), 12);
  });

  test('looks where ringOfGaussians has its centres unless told otherwise', () => {
    const ring = ringOfGaussians();
    const density = critic(
      (x, y) => ring.density([x, y]),
      () => [0, 0],
    );
    expect(ringContrast(density) / ring.density([2 / 1.414, 0])).toBeCloseTo(1, 9);
  });

  test('a ring without gaps, without size, or off the plane is refused', () => {
    expect(() => ringContrast(bowl, { modes: 1 })).toThrow('modes must be an integer >= 2, got 1');
    expect(() => ringContrast(bowl, { radius: 0 })).toThrow('radius must be finite and > 0, got 0');
    expect(() => ringContrast({ ...bowl, dim: 3 })).toThrow('got dim 3');
  });
});
