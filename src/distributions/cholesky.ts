/**
 * The lower triangular L with L L^T = matrix.
 *
 * @throws Error when the matrix is not square, symmetric and positive definite
 */
export function cholesky(matrix: readonly (readonly number[])[]): number[][] {
  const n = matrix.length;
  const lower: number[][] = matrix.map(() => new Array<number>(n).fill(0));
  for (let i = 0; i < n; i++) {
    if (matrix[i].length !== n)
      throw new Error(`matrix must be square: row ${i} has ${matrix[i].length} entries, expected ${n}`);
    for (let j = 0; j <= i; j++) {
      if (Math.abs(matrix[i][j] - matrix[j][i]) > 1e-12 * (Math.abs(matrix[i][j]) + Math.abs(matrix[j][i])))
        throw new Error(
          `matrix must be symmetric: [${i}][${j}] is ${matrix[i][j]}, [${j}][${i}] ${matrix[j][i]}`,
        );
      let rest = matrix[i][j];
      for (let k = 0; k < j; k++) rest -= lower[i][k] * lower[j][k];
      if (i === j && !(rest > 0 && rest < Infinity))
        throw new Error(`matrix must be positive definite: pivot ${i} is ${rest}`);
      lower[i][j] = i === j ? Math.sqrt(rest) : rest / lower[j][j];
    }
  }
  return lower;
}

/** The z with lower z = b. */
export function solveLower(lower: readonly number[][], b: readonly number[]): number[] {
  const z: number[] = [];
  for (let i = 0; i < b.length; i++) {
    let rest = b[i];
    for (let k = 0; k < i; k++) rest -= lower[i][k] * z[k];
    z.push(rest / lower[i][i]);
  }
  return z;
}

/** log sqrt(det(L L^T)). */
export function halfLogDeterminant(lower: readonly number[][]): number {
  return lower.reduce((sum, row, i) => sum + Math.log(row[i]), 0);
}
