import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stream } from '../../src/rng/stream';
import { multiplicativeWeights } from '../../src/training/multiplicativeWeights';
import { certifiedValue } from '../../src/truth/certifiedValue';
import { equilibriumBound } from '../../src/truth/equilibriumBound';
import { exploitability } from '../../src/truth/exploitability';
import { matrixGame } from '../../src/truth/matrixGame';
import { pureValues } from '../../src/truth/pureValues';

const rockPaperScissors = [
  [0, -1, 1],
  [1, 0, -1],
  [-1, 1, 0],
];

const table = (m: number, n: number, entry: (i: number, j: number) => number) =>
  Array.from({ length: m }, (_, i) => Array.from({ length: n }, (_, j) => entry(i, j)));

/** A game of integers, many of them equal: degenerate programs. */
const integers = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 })).chain(([m, n]) => {
  const row = fc.array(fc.integer({ min: -2, max: 2 }), { minLength: n, maxLength: n });
  return fc.array(row, { minLength: m, maxLength: m });
});

describe('matrixGame', () => {
  test('rock, paper, scissors: each with probability 1/3, value 0', async () => {
    const { value, row, column } = await matrixGame(rockPaperScissors);
    expect(value).toBeCloseTo(0, 12);
    for (const strategy of [row, column])
      expect(Array.from(strategy)).toEqual(Array.from({ length: 3 }, () => expect.closeTo(1 / 3, 12)));
  });

  test('two by two without a saddle point: (ad - bc) / (a + d - b - c), by weights (d - c) and (d - b)', async () => {
    for (const [a, b, c, d] of [
      [3, -1, -2, 4],
      [1, 0, 0, 1],
      [2.5, -7, 0.5, 3],
      [0, 5, 1e3, -2],
    ]) {
      const sum = a + d - b - c;
      const { value, row, column } = await matrixGame([
        [a, b],
        [c, d],
      ]);
      expect(value).toBeCloseTo((a * d - b * c) / sum, 8);
      expect(row[0]).toBeCloseTo((d - c) / sum, 8);
      expect(column[0]).toBeCloseTo((d - b) / sum, 8);
    }
  });

  test('a diagonal game: value 1 / sum 1 / d, weights in proportion to 1 / d', async () => {
    const d = [1, 2, 4, 8];
    const { value, row, column } = await matrixGame(table(4, 4, (i, j) => (i === j ? d[i] : 0)));
    expect(value).toBeCloseTo(8 / 15, 10);
    d.forEach((entry, i) => {
      for (const strategy of [row, column]) expect(strategy[i]).toBeCloseTo(8 / 15 / entry, 10);
    });
  });

  test('the row player is who maximises: of one row the value is its smallest entry, of one column the largest', async () => {
    const one = await matrixGame([[3, -2, 5]]);
    expect(one.value).toBeCloseTo(-2, 12);
    expect(Array.from(one.column)).toEqual([0, 1, 0]);
    const other = await matrixGame([[3], [-2], [5]]);
    expect(other.value).toBeCloseTo(5, 12);
    expect(Array.from(other.row)).toEqual([0, 0, 1]);
    expect((await matrixGame([[-7]])).value).toBe(-7);
  });

  test('dominated strategies are not played', async () => {
    const { value, row, column } = await matrixGame([
      [0, -1, 1, 2],
      [1, 0, -1, 2],
      [-1, 1, 0, 2],
      [-2, -2, -2, 1],
    ]);
    expect(value).toBeCloseTo(0, 12);
    expect([row[3], column[3]]).toEqual([expect.closeTo(0, 12), expect.closeTo(0, 12)]);
  });

  test('equal payoffs everywhere are the value, without a gap', async () => {
    const { value, gap, range, row } = await matrixGame(table(3, 5, () => 0.1));
    expect([value, gap, range]).toEqual([0.1, 0, 0]);
    expect(row.reduce((a, b) => a + b)).toBeCloseTo(1, 14);
  });

  test('a saddle point is found as such', async () => {
    const payoff = [
      [4, 2, 5],
      [1, 0, 9],
      [3, 1, -6],
    ];
    const { value, row, column } = await matrixGame(payoff);
    expect(value).toBeCloseTo(2, 12);
    expect([Array.from(row), Array.from(column)]).toEqual([
      [1, 0, 0],
      [0, 1, 0],
    ]);
    expect(pureValues(payoff).saddlePoints).toEqual([[0, 1]]);
  });

  // numpy: A = [[(7*i + 3*j*j + i*j) % 11 - 5 ...]] and np.sin(1 + i*i + 3*i*j + j); scipy.optimize.linprog(c, A_ub, b_ub, A_eq, b_eq,
  // bounds, method='highs').fun of: minimise v, A y - v <= 0, sum y = 1 (SciPy 1.17.1)
  test('values are those of SciPy', async () => {
    const remainders = (m: number, n: number) =>
      matrixGame(table(m, n, (i, j) => ((7 * i + 3 * j * j + i * j) % 11) - 5));
    const sines = (m: number, n: number) =>
      matrixGame(table(m, n, (i, j) => Math.sin(1 + i * i + 3 * i * j + j)));
    expect((await remainders(6, 8)).value).toBeCloseTo(-1.1666666666666665, 9);
    expect((await remainders(9, 5)).value).toBeCloseTo(-1, 9);
    expect((await sines(20, 30)).value).toBeCloseTo(-0.03713817553072282, 9);
    expect((await sines(60, 60)).value).toBeCloseTo(0.3398077564583278, 9);
  });

  test('shift and scale carry over; exchanging the players changes the sign', async () => {
    await fc.assert(
      fc.asyncProperty(
        integers,
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.double({ min: -100, max: 100, noNaN: true }),
        async (payoff, scale, shift) => {
          const { value, row, column } = await matrixGame(payoff);
          const moved = await matrixGame(
            payoff.map((entries) => entries.map((paid) => scale * paid + shift)),
          );
          expect(moved.value).toBeCloseTo(scale * value + shift, 6);
          const back = await matrixGame(payoff[0].map((_, j) => payoff.map((entries) => -entries[j])));
          expect(back.value).toBeCloseTo(-value, 7);
          expect(exploitability(payoff, back.column, back.row).gap).toBeLessThan(1e-6);
          expect([row.length, column.length]).toEqual([payoff.length, payoff[0].length]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('strategies are probabilities, the gap is theirs, and the value is between the pure ones', async () => {
    await fc.assert(
      fc.asyncProperty(integers, async (payoff) => {
        const { value, row, column, gap } = await matrixGame(payoff);
        const played = exploitability(payoff, row, column); // refuses what is no probability
        expect(gap).toBeCloseTo(played.gap, 10);
        expect(gap).toBeLessThan(1e-8);
        expect(Math.abs(value - played.value)).toBeLessThan(1e-8);
        const { maximin, minimax, saddlePoints } = pureValues(payoff);
        expect(value).toBeGreaterThan(maximin - 1e-8);
        expect(value).toBeLessThan(minimax + 1e-8);
        expect(saddlePoints.length > 0).toBe(maximin === minimax);
      }),
    );
  });

  test('large, degenerate and badly scaled games are solved within the certificate', async () => {
    const draw = stream(0, 'games');
    const small = table(3, 3, () => draw.normal());
    const games = {
      uniform: table(100, 100, () => draw.uniform()),
      binary: table(60, 70, () => Number(draw.uniform() < 0.15)),
      signs: table(80, 80, () => Math.sign(draw.uniform() - 0.5)),
      equalRows: table(50, 50, (i, j) => small[i % 3][j % 3]),
      nearlyEqualRows: table(50, 50, (i, j) => small[i % 3][j % 3] + 1e-9 * draw.normal()),
      smooth: table(70, 60, (i, j) => Math.exp(-3 * (i / 70 - j / 60) ** 2)),
      farFromZero: table(40, 40, () => 1e12 + 1e8 * draw.normal()),
      rowsOfManyScales: table(60, 60, (i) => 10 ** (-i / 8) * draw.normal()),
    };
    for (const [name, payoff] of Object.entries(games)) {
      const { gap, range } = await matrixGame(payoff);
      const flat = payoff.flat();
      expect(range).toBeCloseTo(Math.max(...flat) - Math.min(...flat), 12);
      expect(gap / range, name).toBeLessThan(1e-6);
    }
  });

  test('a second algorithm comes to the same value within its bound', async () => {
    const draw = stream(1, 'second');
    const payoff = table(12, 9, () => draw.uniform());
    const { value } = await matrixGame(payoff);
    const { row, column } = multiplicativeWeights(payoff, { steps: 20_000 });
    const learned = exploitability(payoff, row, column);
    const bound = equilibriumBound({ rows: 12, columns: 9, size: 20_000 });
    expect(learned.gap).toBeLessThan(bound);
    expect(Math.abs(learned.value - value)).toBeLessThan(bound);
  });

  test('bad input is named', async () => {
    await expect(matrixGame([])).rejects.toThrow('at least one row and column, got 0 rows of 0');
    await expect(matrixGame([[]])).rejects.toThrow('got 1 rows of 0');
    await expect(matrixGame([[1, 2], [3]])).rejects.toThrow('must have 2 entries, got 1 in row 1');
    await expect(matrixGame([[1, NaN]])).rejects.toThrow(
      'matrixGame: payoff must be finite, got NaN in row 0, column 1',
    );
    await expect(matrixGame([[1e308, -1e308]])).rejects.toThrow('finite range, got -1e+308 to 1e+308');
  });
});

describe('certifiedValue', () => {
  const payoff = [
    [0, 1],
    [2 / 3, 0],
  ];
  const answer = (x: number, y: number) => ({ row: [x, 1 - x], column: [y, 1 - y] });

  test('strategies are taken when no reply gains more than 1e-6 of the range', () => {
    expect(certifiedValue(payoff, answer(0.4, 0.6))).toEqual({
      ...{ value: expect.closeTo(0.4, 14), gap: expect.closeTo(0, 14) },
    });
    const { value, gap } = certifiedValue(payoff, answer(0.4, 0.6 + 1e-7));
    expect(gap).toBeCloseTo((2 / 3) * 1e-7, 14);
    expect(value).toBeCloseTo(0.4 + gap / 2, 14);
  });

  test('and refused when one does, or they are no probabilities', () => {
    expect(() => certifiedValue(payoff, answer(0.4, 0.6 + 1e-4))).toThrow(
      /must be optimal within 0.000001 of the payoff's range, got 0.0000666/,
    );
    expect(() => certifiedValue(payoff, answer(0.4 + 1e-4, 0.6))).toThrow('must be optimal');
    expect(() => certifiedValue(payoff, answer(NaN, 0.6))).toThrow('row must hold finite probabilities');
  });
});

describe('exploitability', () => {
  test('always rock loses 1 against paper; uniform play gives nothing away', () => {
    const third = [1 / 3, 1 / 3, 1 / 3];
    const rock = [1, 0, 0];
    expect(exploitability(rockPaperScissors, rock, rock)).toEqual({
      value: 0,
      rowGain: 1,
      columnGain: 1,
      gap: 2,
    });
    expect(exploitability(rockPaperScissors, third, third).gap).toBeCloseTo(0, 15);
    expect(exploitability(rockPaperScissors, third, rock)).toEqual({
      ...{ value: expect.closeTo(0, 15), rowGain: expect.closeTo(1, 15) },
      ...{ columnGain: expect.closeTo(0, 15), gap: expect.closeTo(1, 15) },
    });
  });

  test('gains are >= 0, sum to the gap, and no mixed reply gains more', () => {
    const draw = stream(2, 'replies');
    const simplex = (n: number) => {
      const raw = Array.from({ length: n }, () => -Math.log1p(-draw.uniform()));
      return raw.map((mass) => mass / raw.reduce((a, b) => a + b));
    };
    const paid = (payoff: number[][], x: number[], y: number[]) =>
      payoff.reduce((sum, row, i) => sum + x[i] * row.reduce((s, a, j) => s + a * y[j], 0), 0);
    for (let k = 0; k < 50; k++) {
      const payoff = table(5, 4, () => draw.normal());
      const [x, y] = [simplex(5), simplex(4)];
      const { value, rowGain, columnGain, gap } = exploitability(payoff, x, y);
      expect(value).toBeCloseTo(paid(payoff, x, y), 12);
      expect(rowGain + columnGain).toBeCloseTo(gap, 12);
      expect(paid(payoff, simplex(5), y)).toBeLessThanOrEqual(value + rowGain + 1e-12);
      expect(paid(payoff, x, simplex(4))).toBeGreaterThanOrEqual(value - columnGain - 1e-12);
    }
  });

  test('bad input is named', () => {
    expect(() => exploitability([[1, 2]], [1], [1])).toThrow('column must have 2 probabilities, got 1');
    expect(() => exploitability([[1, 2]], [0.5, 0.5], [0, 1])).toThrow(
      'row must have 1 probabilities, got 2',
    );
    expect(() => exploitability([[1, 2]], [1], [0.6, 0.6])).toThrow(
      'exploitability: column must sum to 1, got 1.2',
    );
    expect(() => exploitability([[1, 2]], [1], [-0.5, 1.5])).toThrow('got -0.5 at 0');
    expect(() => exploitability([[Infinity]], [1], [1])).toThrow('payoff must be finite, got Infinity');
  });
});

describe('pureValues', () => {
  test('rock, paper, scissors has no saddle point: -1 against 1', () => {
    expect(pureValues(rockPaperScissors)).toEqual({
      ...{ maximin: -1, row: 0, minimax: 1, column: 0, saddlePoints: [] },
    });
  });

  test('all saddle points are listed, and only those', () => {
    const payoff = [
      [1, 3, 1],
      [0, 9, -2],
      [1, 1, 1],
    ];
    expect(pureValues(payoff)).toMatchObject({ maximin: 1, row: 0, minimax: 1, column: 0 });
    expect(pureValues(payoff).saddlePoints).toEqual([
      [0, 0],
      [0, 2],
      [2, 0],
      [2, 2],
    ]);
    expect(() => pureValues([[1, -Infinity]])).toThrow('pureValues: payoff must be finite');
  });
});

describe('equilibriumBound', () => {
  test('sqrt(2 log n / T) for a square game with payoffs in [0, 1], in proportion to the range', () => {
    const square = { rows: 50, columns: 50, size: 8 };
    expect(equilibriumBound(square)).toBeCloseTo(Math.sqrt((2 * Math.log(50)) / 8), 14);
    expect(equilibriumBound({ ...square, range: 3 })).toBeCloseTo(3 * equilibriumBound(square), 14);
    expect(equilibriumBound({ rows: 1, columns: 1, size: 1 })).toBe(0);
  });

  test('bad input is named', () => {
    expect(() => equilibriumBound({ rows: 0, columns: 1, size: 1 })).toThrow(
      'rows must be an integer >= 1, got 0',
    );
    expect(() => equilibriumBound({ rows: 1, columns: 1, size: 1.5 })).toThrow(
      'size must be an integer >= 1, got 1.5',
    );
    expect(() => equilibriumBound({ rows: 1, columns: 1, size: 1, range: -1 })).toThrow('got -1');
  });
});
