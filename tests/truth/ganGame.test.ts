import { describe, expect, test } from 'vitest';
import { gaussian } from '../../src/distributions/gaussian';
import { mixture } from '../../src/distributions/mixture';
import { linspace } from '../../src/statistics/linspace';
import { ganGame } from '../../src/truth/ganGame';
import { matrixGame } from '../../src/truth/matrixGame';
import { measuringFunctions } from '../../src/truth/measuringFunctions';
import { softStep } from '../../src/truth/softStep';

const { identity, logarithm } = measuringFunctions;
const real = mixture([
  { weight: 0.4, distribution: gaussian({ mean: -2, std: 0.5 }) },
  { weight: 0.6, distribution: gaussian({ mean: 2, std: 0.5 }) },
]);
const grid = linspace(-14, 14, 1401);
const slope = (a: number, b: number) => (x: number) => a * (x - b);

describe('measuringFunctions', () => {
  test('they are D and log D of D = 1 / (1 + e^-t)', () => {
    for (const t of [-30, -2, 0, 0.7, 20]) {
      const d = 1 / (1 + Math.exp(-t));
      expect(identity(t)).toBeCloseTo(d, 15);
      expect(logarithm(t)).toBeCloseTo(Math.log(d), 10);
    }
    expect([identity(0), logarithm(0)]).toEqual([0.5, -Math.LN2]);
  });

  test('they neither overflow nor cancel far out', () => {
    expect([identity(-1000), identity(1000), identity(-40)]).toEqual([
      0,
      1,
      expect.closeTo(Math.exp(-40), 30),
    ]);
    expect([logarithm(-1000), logarithm(1000)]).toEqual([-1000, 0]);
    expect(logarithm(40)).toBeCloseTo(-Math.exp(-40), 30); // 1 - D of a D that rounds to 1
  });
});

describe('softStep', () => {
  test('D is 1/2 + c/2 tanh(a (x - b) / 2); the slope -a gives 1 - D', () => {
    for (const slope of [0, 0.5, -4])
      for (const confidence of [0, 0.1, 0.9]) {
        const [there, back] = [slope, -slope].map((a) => softStep({ slope: a, place: 1.5, confidence }));
        for (const x of [-30, 0, 1.5, 1.7, 50]) {
          const d = 0.5 + (confidence / 2) * Math.tanh((slope * (x - 1.5)) / 2);
          expect(identity(there(x))).toBeCloseTo(d, 14);
          expect(identity(back(x))).toBeCloseTo(1 - d, 14);
        }
      }
  });

  test('with confidence 1 it would be the logistic function of a (x - b)', () => {
    expect(softStep({ slope: 2, place: -1, confidence: 1 - 1e-12 })(0.5)).toBeCloseTo(3, 9);
  });

  test('bad input is named', () => {
    const step = { slope: 1, place: 0, confidence: 0.5 };
    expect(() => softStep({ ...step, confidence: 1 })).toThrow('confidence must be in [0, 1), got 1');
    expect(() => softStep({ ...step, slope: NaN })).toThrow('slope must be finite, got NaN');
    expect(() => softStep({ ...step, place: Infinity })).toThrow('place must be finite, got Infinity');
  });
});

describe('ganGame', () => {
  // scipy.integrate.quad of p(x) phi(sigma(a (x - b))) + norm.pdf(x, mean, std) phi(sigma(-a (x - b))) on [-14, 14], epsabs = 1e-13
  test('payoffs are those of adaptive quadrature', () => {
    for (const [a, b, mean, std, d, logD] of [
      [2, 0.5, 1, 0.75, 0.8919854163266079, -3.561296915124884],
      [-4, -1, -2, 1.5, 0.6344717887094824, -12.227191507655098],
    ]) {
      const game = { real, generators: [gaussian({ mean, std })], discriminators: [slope(a, b)], grid };
      expect(ganGame({ ...game, measuring: identity })[0][0]).toBeCloseTo(d, 11);
      expect(ganGame({ ...game, measuring: logarithm })[0][0]).toBeCloseTo(logD, 10);
    }
  });

  test('half the step changes nothing: the rule has converged', () => {
    const game = {
      real,
      generators: [-4, 0, 4].map((mean) => gaussian({ mean, std: 0.5 })),
      measuring: logarithm,
    };
    const discriminators = [slope(1, -3), slope(-4, 1), slope(4, 4)];
    const coarse = ganGame({ ...game, discriminators, grid }).flat();
    const fine = ganGame({ ...game, discriminators, grid: linspace(-14, 14, 2801) }).flat();
    coarse.forEach((paid, k) => {
      expect(paid).toBeCloseTo(fine[k], 10);
    });
  });

  test('rows are discriminators, columns generators; one that knows nothing is paid 2 phi(1/2) by all', () => {
    for (const measuring of [identity, logarithm]) {
      const generators = [-1, 0, 1].map((mean) => gaussian({ mean }));
      const payoff = ganGame({ real, generators, discriminators: [() => 0, slope(1, 0)], measuring, grid });
      expect([payoff.length, payoff[0].length]).toEqual([2, 3]);
      for (const paid of payoff[0]) expect(paid).toBeCloseTo(2 * measuring(0), 13);
    }
  });

  test('phi(D) = D: a discriminator and its mirror image average to 1', () => {
    const generators = [gaussian({ mean: 0.3 })];
    const [[there], [back]] = ganGame({
      ...{ real, generators, measuring: identity, grid },
      discriminators: [slope(3, 0.5), slope(-3, 0.5)],
    });
    expect(there + back).toBeCloseTo(2, 13);
  });

  test('its value is 2 phi(1/2) when a mixture of the generators is the data, by the weights of the data', async () => {
    const generators = [-2, 0, 2].map((mean) => gaussian({ mean, std: 0.5 }));
    const places = [-1, 0, 1].flatMap((b) => [slope(2, b), slope(-2, b)]);
    for (const measuring of [identity, logarithm]) {
      const payoff = ganGame({ real, generators, discriminators: [() => 0, ...places], measuring, grid });
      expect((await matrixGame(payoff)).value).toBeCloseTo(2 * measuring(0), 8);
    }
    const payoff = ganGame({ real, generators, discriminators: places, measuring: identity, grid });
    const { column } = await matrixGame(payoff);
    expect(Array.from(column)).toEqual([0.4, 0, 0.6].map((weight) => expect.closeTo(weight, 7)));
  });

  test('bad input is named', () => {
    const game = {
      real,
      generators: [gaussian({ mean: 0 })],
      discriminators: [slope(1, 0)],
      measuring: identity,
      grid,
    };
    expect(() => ganGame({ ...game, generators: [] })).toThrow('got 0 and 1');
    expect(() => ganGame({ ...game, grid: [0, 1, 3] })).toThrow('evenly spaced, got 3 points');
    expect(() => ganGame({ ...game, grid: [0] })).toThrow('got 1 points');
    expect(() => ganGame({ ...game, grid: [1, 0] })).toThrow('step -1');
    expect(() => ganGame({ ...game, generators: [gaussian({ mean: [0, 0] })] })).toThrow('got dimension 2');
    expect(() => ganGame({ ...game, generators: [gaussian({ mean: 1e6 })] })).toThrow(
      'weights must sum to more than 0',
    );
  });
});
