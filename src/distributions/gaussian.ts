import { checkCount, checkFinite, checkPositive, point } from './check';
import { cholesky, halfLogDeterminant, solveLower } from './cholesky';
import type { Continuous } from './distribution';

/** Parameters of {@link gaussian}: a mean and either one standard deviation or a covariance matrix. */
export interface GaussianOptions {
  /** The mean: `dim` coordinates, or a bare number in one dimension. */
  mean: number | readonly number[];
  /** Standard deviation of every coordinate; default 1. */
  std?: number;
  /** Covariance matrix, [dim, dim], symmetric and positive definite; instead of `std`. */
  covariance?: readonly (readonly number[])[];
}

/**
 * The normal distribution N(mean, covariance) in any dimension, with density
 * exp(-(x - mean)^T covariance^-1 (x - mean) / 2) / sqrt((2 pi)^dim det covariance).
 *
 * @throws Error when std is not > 0, the covariance is not symmetric positive definite, or both are given
 */
export function gaussian({ mean, std, covariance }: GaussianOptions): Continuous {
  const mu = typeof mean === 'number' ? [mean] : [...mean];
  const dim = mu.length;
  if (dim === 0) throw new Error('gaussian: mean must have at least one coordinate, got none');
  checkFinite('gaussian', 'mean', mu);
  if (std !== undefined && covariance !== undefined)
    throw new Error('gaussian: give either std or covariance, got both');
  checkPositive('gaussian', 'std', std ?? 1);
  const factor = cholesky(covariance ?? scaledIdentity(dim, (std ?? 1) ** 2)); // lower triangular, [dim, dim]
  if (factor.length !== dim)
    throw new Error(
      `gaussian: covariance must be [${dim}, ${dim}] like the mean, got [${factor.length}, ...]`,
    );
  const logNormaliser = (dim / 2) * Math.log(2 * Math.PI) + halfLogDeterminant(factor);
  const logDensity = (x: number | ArrayLike<number>) => {
    const coordinates = point('gaussian', x, dim);
    const z = solveLower(
      factor,
      mu.map((m, i) => coordinates[i] - m),
    );
    return -z.reduce((sum, value) => sum + value * value, 0) / 2 - logNormaliser;
  };
  return {
    name: `N(${dim === 1 ? mu[0] : `[${mu.join(', ')}]`}, ${covariance ? 'Σ' : `${std ?? 1}²`})`,
    dim,
    sample: (n, stream) => {
      checkCount('gaussian', n);
      const out = new Float64Array(n * dim);
      const z = new Float64Array(dim);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < dim; j++) z[j] = stream.normal();
        for (let j = 0; j < dim; j++) {
          let value = mu[j];
          for (let k = 0; k <= j; k++) value += factor[j][k] * z[k];
          out[i * dim + j] = value;
        }
      }
      return out;
    },
    density: (x) => Math.exp(logDensity(x)),
    logDensity,
  };
}

function scaledIdentity(dim: number, variance: number): number[][] {
  return Array.from({ length: dim }, (_, i) =>
    Array.from({ length: dim }, (_, j) => (i === j ? variance : 0)),
  );
}
