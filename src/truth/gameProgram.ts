import loadHighs, { type Highs, type Solution } from 'highs';

let loading: Promise<Highs> | undefined;

/**
 * The linear program of a zero-sum game, minimise v subject to A y <= v, sum y = 1, y >= 0, solved by HiGHS (Huangfu and
 * Hall, Parallelizing the dual revised simplex method, 2018). Its variables are y and v; the multipliers of A y <= v are x.
 *
 * @param payoff A, [m][n], entries in [0, 1]
 * @returns x and y, clipped at 0 and divided by their sum
 * @throws Error when the solver does not report an optimum
 */
export async function gameProgram(
  payoff: readonly Float64Array[],
): Promise<{ row: Float64Array; column: Float64Array }> {
  loading ??= loadHighs();
  const highs = await loading;
  const { infinity } = highs;
  const [m, n] = [payoff.length, payoff[0].length];
  const all = [...repeat(n, 0).keys()];
  const matrix = {
    ...{ format: 'csr' as const, numRows: m + 1, numCols: n + 1 },
    starts: [...repeat(m + 1, 0).map((_, i) => i * (n + 1)), m * (n + 1) + n],
    indices: [...payoff.flatMap(() => [...all, n]), ...all],
    values: [...payoff.flatMap((row) => [...row, -1]), ...repeat(n, 1)],
  };
  const program = {
    ...{ numCols: n + 1, colCost: [...repeat(n, 0), 1] },
    ...{ colLower: [...repeat(n, 0), -infinity], colUpper: repeat(n + 1, infinity) },
    ...{ numRows: m + 1, rowLower: [...repeat(m, -infinity), 1], rowUpper: [...repeat(m, 0), 1], matrix },
  };
  const { colValue, rowDual } = highs.withModel(program, (model): Solution => {
    model.options.set('output_flag', false);
    model.run();
    const status = model.getModelStatus();
    if (status !== highs.constants.modelStatus.optimal)
      throw new Error(`gameProgram: HiGHS must find an optimum, got its model status ${status}`);
    return model.getSolution();
  });
  const row = rowDual.slice(0, m).map((multiplier) => -multiplier);
  return { row: probabilities(row), column: probabilities(colValue.slice(0, n)) };
}

function repeat(count: number, value: number): number[] {
  return Array.from({ length: count }, () => value);
}

function probabilities(weights: Float64Array): Float64Array {
  const clipped = weights.map((weight) => Math.max(0, weight));
  const total = clipped.reduce((sum, weight) => sum + weight, 0);
  return clipped.map((weight) => weight / total);
}
