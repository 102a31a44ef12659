import { describe, expect, test } from 'vitest';
import { earthMover } from '../../src/distances/earthMover';
import { stream } from '../../src/rng/stream';
import type { Extension } from '../../src/truth/extension';
import { type LipschitzLossName, lipschitzLosses } from '../../src/truth/lipschitzLosses';
import {
  type LipschitzOptimum,
  type LipschitzOptimumOptions,
  lipschitzOptimum,
} from '../../src/truth/lipschitzOptimum';
import fixture from '../fixtures/lipschitzOptimum.json';

const names = Object.keys(lipschitzLosses) as LipschitzLossName[];
const strict: LipschitzLossName[] = ['exp', 'logSigmoid', 'sqrt', 'square'];
const loose: LipschitzLossName[] = ['x', 'hinge'];

/** n points of the given dimension, rows. */
function cloud(seed: number, n: number, dim = 2, shift = 0, scale = 1): number[][] {
  const draw = stream(seed, `lipschitz/${n}/${dim}`);
  return Array.from({ length: n }, () => Array.from({ length: dim }, () => scale * (draw.normal() + shift)));
}

const largest = (values: ArrayLike<number>) =>
  Array.from(values).reduce((a, b) => Math.max(a, Math.abs(b)), 0);
const apart = (a: LipschitzOptimum, b: LipschitzOptimum) =>
  Math.max(largest(a.real.map((v, i) => v - b.real[i])), largest(a.fake.map((v, i) => v - b.fake[i])));

/** The root of an increasing function on [low, high]. */
function root(increasing: (t: number) => number, low: number, high: number): number {
  for (let step = 0; step < 200; step++) {
    const middle = (low + high) / 2;
    if (increasing(middle) > 0) high = middle;
    else low = middle;
  }
  return low;
}

/** W with W e^W = z, by Newton's method. */
function lambertW(z: number): number {
  let w = Math.log1p(z);
  for (let step = 0; step < 50; step++) w -= (w - z * Math.exp(-w)) / (1 + w);
  return w;
}

/** k of two atoms at a distance d: closed forms, or the root of their equation. */
const twoAtoms: Record<LipschitzLossName, (d: number, lambda: number) => number> = {
  x: (d, lambda) => d / (2 * lambda),
  exp: (d, lambda) => (2 / d) * lambertW((d * d) / (4 * lambda)),
  logSigmoid: (d, lambda) => root((k) => k - d / (2 * lambda) / (1 + Math.exp((k * d) / 2)), 0, d / lambda),
  sqrt: (d, lambda) =>
    root((k) => k - (d / (2 * lambda)) * (1 - (k * d) / 2 / Math.hypot(1, (k * d) / 2)), 0, d / lambda),
  square: (d, lambda) => (2 * d) / (d * d + 2 * lambda),
  hinge: (d, lambda) => Math.min(d / (2 * lambda), 2 / d),
};

describe('two atoms', () => {
  test.each([
    ['x', 5, 0.5, 10, 1],
    ['exp', 1.91717, 0.40778, 1.74553, 0.56714],
    ['logSigmoid', 1.56754, 0.23531, 1.63351, 0.40106],
    ['sqrt', 1.72949, 0.40157, 1.56828, 0.53101],
    ['square', 1.66667, 0.66667, 0.95238, 0.66667],
    ['hinge', 2, 0.5, 1, 1],
  ] as const)('%s: the slope at distances 1 and 2, lambda 0.1 and 1', (loss, ...expected) => {
    const slopes = [1, 2].flatMap((d: number) =>
      [0.1, 1].map((lambda) => lipschitzOptimum([[d]], [[0]], { loss, lambda }).slope),
    );
    slopes.forEach((slope, i) => {
      expect(Math.abs(slope - Number(expected[i]))).toBeLessThan(1e-5);
    });
  });

  test.each(names)('%s: slope, values and J by the formula at other distances and lambdas', (loss) => {
    for (const d of [0.03, 0.7, 5, 40])
      for (const lambda of [0.01, 0.3, 2, 50]) {
        const k = twoAtoms[loss](d, lambda);
        const found = lipschitzOptimum([[0.6 * d, 0.8 * d]], [[0, 0]], { loss, lambda });
        expect(Math.abs(found.slope - k)).toBeLessThan(1e-5 * k);
        expect(Math.abs(found.real[0] - found.fake[0] - k * d)).toBeLessThan(1e-5 * k * d);
        const { value } = lipschitzLosses[loss]();
        const best = value(-(k * d) / 2) * 2 + lambda * k * k;
        expect(Math.abs(found.value - best)).toBeLessThan(1e-9 * (1 + Math.abs(best)));
        if (strict.includes(loss))
          expect(Math.abs(found.real[0] - (k * d) / 2)).toBeLessThan(1e-5 * (1 + k * d));
      }
  });

  test('the margin alpha of square and hinge scales the scores', () => {
    const alpha = 3;
    const square = lipschitzOptimum([[2]], [[0]], { loss: lipschitzLosses.square({ alpha }), lambda: 0.5 });
    expect(square.slope).toBeCloseTo((alpha * 4) / 5, 8);
    const hinge = lipschitzOptimum([[2]], [[0]], { loss: lipschitzLosses.hinge({ alpha }), lambda: 0.1 });
    expect(hinge.slope).toBeCloseTo(alpha, 8);
  });

  test('both laws on both atoms: the same as by nested golden search', () => {
    const least = (f: (t: number) => number, low = -20, high = 20): number => {
      const ratio = (Math.sqrt(5) - 1) / 2;
      for (let step = 0; step < 70; step++) {
        const [a, b] = [high - ratio * (high - low), low + ratio * (high - low)];
        if (f(a) < f(b)) high = b;
        else low = a;
      }
      return f((low + high) / 2);
    };
    const [d, lambda, weightsReal, weightsFake] = [1.7, 0.2, [0.8, 0.2], [0.35, 0.65]];
    for (const loss of names.filter((name) => name !== 'x')) {
      const { value } = lipschitzLosses[loss]();
      const cost = (i: number, t: number) => weightsFake[i] * value(t) + weightsReal[i] * value(-t);
      const best = least((s) => least((t) => cost(0, s) + cost(1, t) + lambda * ((s - t) / d) ** 2));
      const found = lipschitzOptimum([[0], [d]], [[0], [d]], { loss, lambda, weightsReal, weightsFake });
      expect(found.value).toBeCloseTo(best, 9);
    }
  });
});

describe('against SciPy (SLSQP)', () => {
  test.each(fixture.cases.map((one, i) => [i, one] as const))('case %i', (_, one) => {
    for (const loss of names) {
      const found = lipschitzOptimum(one.real, one.fake, { ...one, loss });
      const other = one.optima[loss];
      expect(Math.abs(found.slope - other.slope)).toBeLessThan(1e-6 * other.slope);
      expect(Math.abs(found.value - other.value)).toBeLessThan(1e-8 * (1 + Math.abs(other.value)));
      if (!strict.includes(loss)) continue;
      expect(largest(found.real.map((v, i) => v - other.real[i]))).toBeLessThan(1e-6);
      expect(largest(found.fake.map((v, i) => v - other.fake[i]))).toBeLessThan(1e-6);
    }
  });
});

/** A random problem: 1 to 30 points a side in 1 to 10 dimensions, some without mass, in every third some shared. */
function problem(seed: number): {
  real: number[][];
  fake: number[][];
  options: Omit<LipschitzOptimumOptions, 'loss'>;
} {
  const draw = stream(seed, 'lipschitz/problem');
  const [n, m, dim] = [1 + draw.integer(30), 1 + draw.integer(30), 1 + draw.integer(10)];
  const scale = 10 ** (2 * draw.uniform() - 1);
  const side = (size: number, shift: number) =>
    Array.from({ length: size }, () => Array.from({ length: dim }, () => scale * (draw.normal() + shift)));
  const [real, fake] = [side(n, 0.5), side(m, 0)];
  if (seed % 3 === 0) for (let i = 0; i < Math.min(n, m); i += 2) fake[i] = real[i].slice();
  const masses = (size: number) => {
    const raw = Array.from({ length: size }, (_, i) =>
      i > 0 && draw.uniform() < 0.2 ? 0 : draw.uniform() + 1e-3,
    );
    const total = raw.reduce((a, b) => a + b);
    return raw.map((mass) => mass / total);
  };
  const lambda = 10 ** (3 * draw.uniform() - 2);
  return { real, fake, options: { lambda, weightsReal: masses(n), weightsFake: masses(m) } };
}

// 240 problems in all
describe('random problems', () => {
  test.each(names)(
    '%s: the optimality conditions hold to 1e-6 in 200 of them, k is that of the samples',
    (loss) => {
      for (let seed = 0; seed < 200; seed++) {
        const { real, fake, options } = problem(seed);
        const { certificate, value, slope, atoms, ...found } = lipschitzOptimum(real, fake, {
          ...options,
          loss,
        });
        expect(certificate.residual).toBeLessThan(1e-6);
        expect(Math.abs(certificate.dualityGap)).toBeLessThan(1e-6 * (1 + Math.abs(value)));
        for (const a of atoms)
          for (const b of atoms) {
            const distance = Math.hypot(...Array.from(a.point, (v, d) => v - b.point[d]));
            expect(a.value - b.value).toBeLessThanOrEqual(slope * distance + 1e-9 * (1 + Math.abs(a.value)));
          }
        expect(found.unique).toBe(found.free.length === 0);
        if (strict.includes(loss)) expect(found.unique).toBe(true);
        if (loss === 'x') expect(found.unique).toBe(false);
      }
    },
  );

  test('x: k = W1 / (2 lambda) and J = -W1^2 / (4 lambda)', () => {
    for (let seed = 0; seed < 50; seed++) {
      const { real, fake, options } = problem(seed);
      const { lambda, weightsReal: weightsX, weightsFake: weightsY } = options;
      const w1 = earthMover(real, fake, { weightsX, weightsY }).distance;
      const found = lipschitzOptimum(real, fake, { ...options, loss: 'x' });
      expect(Math.abs(found.slope - w1 / (2 * lambda))).toBeLessThan(1e-7 * found.slope);
      expect(Math.abs(found.value + w1 ** 2 / (4 * lambda))).toBeLessThan(1e-7 * Math.abs(found.value));
      const level = (weights: ArrayLike<number>, f: Float64Array) =>
        f.reduce((sum, v, i) => sum + weights[i] * v, 0);
      const sum =
        level(options.weightsReal as number[], found.real) +
        level(options.weightsFake as number[], found.fake);
      expect(Math.abs(sum)).toBeLessThan(1e-9 * (1 + largest(found.real)));
    }
  });

  test('real and fake changing places changes the sign of f', () => {
    for (let seed = 0; seed < 10; seed++)
      for (const loss of strict) {
        const { real, fake, options } = problem(seed);
        const found = lipschitzOptimum(real, fake, { ...options, loss, extension: 'middle' });
        const { weightsReal, weightsFake } = options;
        const other = lipschitzOptimum(fake, real, {
          ...options,
          loss,
          extension: 'middle',
          weightsReal: weightsFake,
          weightsFake: weightsReal,
        });
        expect(other.slope).toBeCloseTo(found.slope, 7);
        expect(largest(found.real.map((v, i) => v + other.fake[i]))).toBeLessThan(2e-5);
      }
  });

  test('a shift of all points changes nothing; c times the distances with c^2 lambda leaves f', () => {
    for (const loss of names) {
      const { real, fake, options } = problem(4);
      const found = lipschitzOptimum(real, fake, { ...options, loss });
      const moved = (points: number[][], c: number, shift: number) =>
        points.map((row) => row.map((v) => c * v + shift));
      const shifted = lipschitzOptimum(moved(real, 1, 9), moved(fake, 1, 9), { ...options, loss });
      expect(shifted.slope / found.slope).toBeCloseTo(1, 7);
      const stretched = lipschitzOptimum(moved(real, 7, 0), moved(fake, 7, 0), {
        ...options,
        loss,
        lambda: 49 * options.lambda,
      });
      expect((7 * stretched.slope) / found.slope).toBeCloseTo(1, 7);
      expect(stretched.value).toBeCloseTo(found.value, 7);
      if (strict.includes(loss))
        expect(apart(found, stretched)).toBeLessThan(1e-5 * (1 + largest(found.real)));
    }
  });

  test('rows and flattened points, equal weights given or not, points twice or with double weight: all the same', () => {
    const [real, fake] = [cloud(1, 6), cloud(2, 4, 2, 1)];
    const options = { loss: 'exp', lambda: 0.2 } as const;
    const found = lipschitzOptimum(real, fake, options);
    const flat = lipschitzOptimum(real.flat(), fake.flat(), { ...options, dim: 2 });
    const weighted = lipschitzOptimum(real, fake, {
      ...options,
      weightsReal: new Float32Array(6).fill(1 / 6),
    });
    const twice = lipschitzOptimum([...real, ...real], fake, options);
    for (const other of [flat, weighted, twice]) expect(other.slope).toBeCloseTo(found.slope, 9);
    expect(largest(twice.real.slice(6).map((v, i) => v - found.real[i]))).toBeLessThan(1e-8);
    expect(twice.atoms.length).toBe(10);
    expect(twice.atoms[0].real).toEqual([0, 6]);
  });
});

describe('what theory says of it', () => {
  test.each(names)('%s: equal laws have k = 0 and f = 0', (loss) => {
    const points = cloud(3, 12);
    const weightsReal = points.map((_, i) => (i % 2 ? 1 / 18 : 1 / 9));
    const found = lipschitzOptimum(points, points.slice().reverse(), {
      loss,
      lambda: 0.1,
      weightsReal,
      weightsFake: weightsReal.slice().reverse(),
    });
    expect(found.slope).toBe(0);
    expect(largest(found.real)).toBe(0);
    expect(largest(found.gradients([0.3, 0.4]))).toBe(0);
    expect(found.value).toBeCloseTo(2 * lipschitzLosses[loss]().value(0), 14);
    expect(found.unique).toBe(strict.includes(loss));
    expect(found.free).toEqual(strict.includes(loss) ? [] : [points.map((_, i) => i)]);
  });

  test.each(names)(
    "%s: a translation of a symmetric cloud has f = k x, E[U phi'(-kU)] = lambda k",
    (loss) => {
      const steps = [-0.4, -0.2, 0, 0.2, 0.4];
      const square = (centre: number) => steps.flatMap((x) => steps.map((y) => [centre + x, y]));
      for (const lambda of [0.1, 1]) {
        const { slope, kinks } = lipschitzLosses[loss]();
        const force = (k: number) =>
          steps.reduce((sum, u) => sum + (1 + u) * slope(-k * (1 + u)), 0) / steps.length;
        const k = kinks ? Number.NaN : root((t) => lambda * t - force(t), 0, 1 / lambda);
        const found = lipschitzOptimum(square(1), square(-1), { loss, lambda });
        // a square's slope turns negative far out, the hinge's is 0: there f is no longer k x
        if (loss === 'hinge' || loss === 'square') {
          expect(found.slope).toBeLessThanOrEqual(2);
          continue;
        }
        expect(Math.abs(found.slope - k)).toBeLessThan(1e-6 * k);
        if (loss === 'x') continue;
        found.real.forEach((value, i) => {
          expect(value).toBeCloseTo(k * square(1)[i][0], 5);
        });
      }
    },
  );

  test('the slopes of the squares of Figure 2, lambda 0.1, as 400 columns have them', () => {
    const expected = { x: 10, exp: 1.7289, logSigmoid: 1.595, sqrt: 1.5696 };
    const column = (centre: number) => Array.from({ length: 40 }, (_, i) => [centre - 0.5 + (i + 0.5) / 40]);
    for (const [loss, k] of Object.entries(expected))
      expect(
        Math.abs(
          lipschitzOptimum(column(1), column(-1), { loss: loss as LipschitzLossName, lambda: 0.1 }).slope - k,
        ),
      ).toBeLessThan(3e-3);
  });

  test("as the laws approach each other, k comes to phi'(0) W1 / (2 lambda)", () => {
    const real = cloud(5, 10);
    const [direction] = cloud(6, 1);
    for (const loss of ['x', 'exp', 'logSigmoid', 'sqrt'] as const) {
      const ratios = [1, 0.1, 1e-3, 1e-5].map((t) => {
        const fake = real.map((row) => row.map((v, d) => v + t * direction[d]));
        const k = (lipschitzLosses[loss]().slope(0) * earthMover(real, fake).distance) / 0.2;
        return lipschitzOptimum(real, fake, { loss, lambda: 0.1 }).slope / k;
      });
      expect(Math.abs(ratios[2] - 1)).toBeLessThan(1e-2);
      expect(Math.abs(ratios[3] - 1)).toBeLessThan(1e-4);
      if (loss !== 'x') expect(ratios[0]).toBeLessThan(0.9);
    }
  });

  test.each(['x', 'exp', 'logSigmoid', 'sqrt'] as const)(
    '%s: every fake point has a tight partner above it, every real one below it, and only those',
    (loss) => {
      for (let seed = 0; seed < 10; seed++) {
        const { atoms, tightPairs, slope } = lipschitzOptimum(cloud(seed, 8), cloud(seed + 50, 7, 2, 0.7), {
          loss,
          lambda: 0.1,
        });
        atoms.forEach(({ massFake }, i) => {
          const partners = tightPairs.filter(
            (pair) => pair[massFake > 0 ? 'low' : 'high'] === i && pair.flow > 1e-6,
          );
          expect(partners.length).toBeGreaterThan(0);
        });
        for (const { low, high, length, flow } of tightPairs) {
          expect(Math.abs(atoms[high].value - atoms[low].value - slope * length)).toBeLessThan(
            1e-5 * slope * length,
          );
          if (flow > 1e-6) {
            expect(atoms[low].massFake).toBeGreaterThan(0);
            expect(atoms[high].massReal).toBeGreaterThan(0);
          }
        }
      }
    },
  );

  test('on overlapping supports without a need for slope f is the unrestricted optimum', () => {
    // far apart and lambda small: log(p_real / p_fake) at each atom
    const atoms = [[0], [1000]];
    const found = lipschitzOptimum(atoms, atoms, {
      loss: 'logSigmoid',
      lambda: 1e-6,
      weightsReal: [0.9, 0.1],
      weightsFake: [0.4, 0.6],
    });
    expect(found.real[0]).toBeCloseTo(Math.log(0.9 / 0.4), 4);
    expect(found.real[1]).toBeCloseTo(Math.log(0.1 / 0.6), 4);
    expect(found.slope).toBeCloseTo((found.real[0] - found.real[1]) / 1000, 9);
  });
});

describe('uniqueness', () => {
  const [real, fake] = [cloud(7, 6), cloud(8, 6, 2, 1)];
  const starts = [0, 1, 2].map((seed) => ({
    real: cloud(seed, 6, 1, 0, 3).flat(),
    fake: cloud(seed + 10, 6, 1, 0, 3).flat(),
  }));

  test.each(strict)('%s: the same from every start', (loss) => {
    const found = lipschitzOptimum(real, fake, { loss, lambda: 0.1 });
    for (const nearestTo of starts) {
      const other = lipschitzOptimum(real, fake, { loss, lambda: 0.1, nearestTo });
      expect(other.unique).toBe(true);
      expect(apart(found, other)).toBeLessThan(1e-6);
    }
  });

  test.each(loose)('%s: from every start another optimum of the same value and slope', (loss) => {
    const found = lipschitzOptimum(real, fake, { loss, lambda: 0.1 });
    expect(found.unique).toBe(false);
    const others = starts.map((nearestTo) => lipschitzOptimum(real, fake, { loss, lambda: 0.1, nearestTo }));
    others.forEach((other, i) => {
      expect(other.slope).toBeCloseTo(found.slope, 6);
      expect(other.value).toBeCloseTo(found.value, 6);
      expect(apart(other, others[(i + 1) % 3])).toBeGreaterThan(0.05);
      // it is nearer to its start than the other optima are
      const far = (f: LipschitzOptimum) =>
        f.real.reduce((sum, v, k) => sum + (v - starts[i].real[k]) ** 2, 0) +
        f.fake.reduce((sum, v, k) => sum + (v - starts[i].fake[k]) ** 2, 0);
      for (const rival of [found, ...others]) expect(far(other)).toBeLessThan(far(rival) + 1e-4);
    });
  });

  test('x on two atoms: the two move as one; hinge: held where it reaches its margin, else free', () => {
    const pair = (loss: LipschitzLossName, lambda: number) =>
      lipschitzOptimum([[1]], [[0]], { loss, lambda });
    expect(pair('x', 0.1).free).toEqual([[0, 1]]);
    expect(pair('hinge', 0.1).free).toEqual([]);
    expect(pair('hinge', 0.1).unique).toBe(true);
    expect(pair('hinge', 1).free).toEqual([[0, 1]]);
  });

  test('x on two far couples: each moves by itself', () => {
    const { free, atoms } = lipschitzOptimum([[0], [100]], [[1], [101]], { loss: 'x', lambda: 0.5 });
    expect(free.map((group) => group.map((i) => atoms[i].point[0]).sort((a, b) => a - b))).toEqual([
      [0, 1],
      [100, 101],
    ]);
  });
});

describe('the continuation beyond the samples', () => {
  const extensions: Extension[] = ['lower', 'upper', 'middle'];

  test.each(extensions)('%s: of slope k everywhere, with the values at the samples', (extension) => {
    for (const loss of names)
      for (let seed = 0; seed < 3; seed++) {
        const { real, fake, options } = problem(seed);
        const found = lipschitzOptimum(real, fake, { ...options, loss, extension });
        const tolerance = 2e-6 * (1 + largest(found.real) + largest(found.fake));
        expect(largest(found.values(real.flat()).map((v, i) => v - found.real[i]))).toBeLessThan(tolerance);
        expect(largest(found.values(fake.flat()).map((v, i) => v - found.fake[i]))).toBeLessThan(tolerance);
        const probes = cloud(seed, 20, found.dim, 0, 3);
        const values = found.values(probes.flat());
        probes.forEach((a, i) => {
          probes.slice(0, i).forEach((b, j) => {
            const distance = Math.hypot(...a.map((v, d) => v - b[d]));
            expect(Math.abs(values[i] - values[j])).toBeLessThanOrEqual(
              found.slope * distance * (1 + 1e-9) + 1e-12,
            );
          });
        });
      }
  });

  test('along a tight pair the gradient is k times the direction from low to high, at the fake end too', () => {
    for (const loss of ['exp', 'sqrt', 'logSigmoid'] as const) {
      const found = lipschitzOptimum(cloud(11, 9), cloud(12, 9, 2, 1), { loss, lambda: 0.1 });
      for (const { low, high, length, flow } of found.tightPairs) {
        if (flow < 1e-6) continue;
        const [from, to] = [found.atoms[low].point, found.atoms[high].point];
        const gradient = found.gradients(from.map((v, d) => v + 0.4 * (to[d] - v)));
        gradient.forEach((v, d) => {
          expect(v).toBeCloseTo((found.slope * (to[d] - from[d])) / length, 3);
        });
        expect(Math.hypot(...found.gradients(from))).toBeCloseTo(found.slope, 9);
      }
    }
  });
});

describe('far from the ordinary', () => {
  const cases: [string, number[][], number[][], number][] = [
    ['distances near 1e-3', cloud(1, 15, 2, 0, 1e-3), cloud(2, 15, 2, 1, 1e-3), 0.1],
    ['distances near 1e3', cloud(1, 15, 2, 0, 1e3), cloud(2, 15, 2, 1, 1e3), 0.1],
    ['one atom against 50', cloud(1, 1), cloud(2, 50, 2, 1), 0.1],
    ['clouds 100 apart', cloud(1, 15), cloud(2, 15, 2, 100), 0.1],
    ['lambda 1e-3', cloud(1, 15), cloud(2, 15, 2, 1), 1e-3],
    ['lambda 100', cloud(1, 15), cloud(2, 15, 2, 1), 100],
    ['distances near 1e3, lambda 1e-3', cloud(1, 15, 2, 0, 1e3), cloud(2, 15, 2, 1, 1e3), 1e-3],
    ['laws 1e-9 apart', cloud(1, 15), cloud(1, 15).map(([x, y]) => [x + 1e-9, y]), 0.1],
    [
      'a point twice but for 1e-9',
      [
        [0, 0],
        [1e-9, 0],
        [3, 1],
      ],
      [
        [2, 2],
        [2, 2 + 1e-9],
      ],
      0.1,
    ],
  ];

  test.each(cases)('%s', (_, real, fake, lambda) => {
    for (const loss of names) {
      const found = lipschitzOptimum(real, fake, { loss, lambda });
      expect(found.certificate.residual).toBeLessThan(1e-6);
      if (loss === 'x') {
        const k = earthMover(real, fake).distance / (2 * lambda);
        expect(Math.abs(found.slope - k)).toBeLessThan(1e-6 * k);
      }
    }
  });

  test('points that all but coincide: solved apart or as one', () => {
    for (const gap of [1e-5, 1e-7, 1e-8, 2e-9, 1e-10])
      for (const loss of names) {
        const [real, fake] = [cloud(13, 5), cloud(14, 5, 2, 1)];
        real.push(real[0].map((v) => v + gap));
        fake.push(real[1].map((v) => v + gap));
        const found = lipschitzOptimum(real, fake, { loss, lambda: 0.1 });
        expect(found.atoms.length).toBe(gap < 1e-9 ? 10 : 12);
        expect(found.certificate.residual).toBeLessThan(1e-6);
        expect(Math.abs(found.real[0] - found.real[5])).toBeLessThanOrEqual(found.slope * gap * 1.5 + 1e-12);
      }
  });

  test('very small masses', () => {
    const found = lipschitzOptimum([[0], [5]], [[1], [9]], {
      loss: 'exp',
      lambda: 0.1,
      weightsReal: [1 - 1e-12, 1e-12],
      weightsFake: [1e-9, 1 - 1e-9],
    });
    expect(found.certificate.residual).toBeLessThan(1e-6);
  });

  test('100 and 100 atoms in seconds', () => {
    const begun = process.cpuUsage().user;
    const found = lipschitzOptimum(cloud(1, 100), cloud(2, 100, 2, 1), { loss: 'exp', lambda: 0.1 });
    expect(found.certificate.residual).toBeLessThan(1e-6);
    expect((process.cpuUsage().user - begun) / 1e6).toBeLessThan(10);
  });
});

describe('bad input', () => {
  const call =
    (options: object, real: unknown = [[0]], fake: unknown = [[1]]) =>
    () =>
      lipschitzOptimum(
        real as number[][],
        fake as number[][],
        {
          loss: 'exp',
          lambda: 1,
          ...options,
        } as LipschitzOptimumOptions,
      );

  test.each([
    [{ loss: 'log' }, 'loss must be one of x, exp, logSigmoid, sqrt, square, hinge, got log'],
    [{ loss: undefined }, 'loss must be one of x, exp, logSigmoid, sqrt, square, hinge, got undefined'],
    [{ lambda: 0 }, 'lambda must be positive and finite, got 0'],
    [{ lambda: Number.NaN }, 'lambda must be positive and finite, got NaN'],
    [{ extension: 'outer' }, 'extension must be upper, lower or middle, got outer'],
    [{ weightsReal: [0.93] }, 'weights of real must sum to 1, got 0.93'],
    [{ weightsFake: [0.5, 0.5] }, 'fake has 1 points but 2 weights'],
    [{ nearestTo: { real: [0, 1], fake: [0] } }, 'nearestTo.real must have 1 values, one a point, got 2'],
    [{ nearestTo: { real: [0], fake: [Number.NaN] } }, 'nearestTo must hold finite values, got NaN'],
  ])('%j', (options, message) => {
    expect(call(options)).toThrow(message);
  });

  test('clouds', () => {
    expect(call({}, [])).toThrow('real must have at least one point, got none');
    expect(call({}, [[0]], [[1, 2]])).toThrow('real and fake must have the same dimension, got 1 and 2');
    expect(call({}, [[Number.POSITIVE_INFINITY]])).toThrow('real must hold finite coordinates');
    expect(call({}, [0, 1], [1, 2])).toThrow('dim must be given when real is flat');
    const { values } = call({}, [[0, 0]], [[1, 2]])();
    expect(() => values([1, 2, 3])).toThrow('points must be a positive multiple of 2 coordinates, got 3');
  });
});
