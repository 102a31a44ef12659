import { describe, expect, test, vi } from 'vitest';
import { gameProgram } from '../../src/truth/gameProgram';
import { matrixGame } from '../../src/truth/matrixGame';

vi.mock('../../src/truth/gameProgram');

describe('what the solver returns', () => {
  const payoff = [
    [0, 30],
    [20, 0],
  ];
  const answer = (x: number, y: number) =>
    vi
      .mocked(gameProgram)
      .mockResolvedValue({ row: Float64Array.of(x, 1 - x), column: Float64Array.of(y, 1 - y) });

  test('is taken when no reply gains more than 1e-6 of the range', async () => {
    answer(0.4, 0.6 + 1e-7);
    const { value, gap } = await matrixGame(payoff);
    expect(value).toBeCloseTo(12, 5);
    expect(gap).toBeCloseTo(20 * 1e-7, 12);
  });

  test('is refused when one does, and when it is no mixed strategy', async () => {
    answer(0.4, 0.6 + 1e-4);
    await expect(matrixGame(payoff)).rejects.toThrow(
      /must be optimal within 0.000001 of the payoff's range, got 0.00006/,
    );
    answer(0.4, NaN);
    await expect(matrixGame(payoff)).rejects.toThrow('column must hold finite probabilities');
  });
});
