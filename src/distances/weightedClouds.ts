import { type Cloud, flatPoints, type Points } from './points';
import { checkProbabilities, type Numbers } from './probabilities';

/** A cloud whose points have probabilities. */
export interface WeightedCloud extends Cloud {
  weights: Float64Array; // [size], sums to 1
}

/** Dimension and probabilities of two clouds. */
export interface CloudOptions {
  /** Dimension of the points; needed when they are flattened. */
  dim?: number;
  /** [n] probabilities of the points of x; 1 / n each unless given. */
  weightsX?: Numbers;
  /** [m] probabilities of the points of y; 1 / m each unless given. */
  weightsY?: Numbers;
}

/**
 * Two clouds of one dimension with their probabilities, which are divided by their sum: of the 1e-6 by which a sum in
 * 32 bits may miss 1, nothing remains.
 *
 * @param names what errors call them
 * @throws Error when a cloud is empty, dimensions or numbers of weights do not match, a coordinate is not finite, or weights
 * are no probabilities
 */
export function weightedClouds(
  x: Points,
  y: Points,
  { dim, weightsX, weightsY }: CloudOptions,
  names: readonly [string, string] = ['x', 'y'],
): [WeightedCloud, WeightedCloud] {
  const clouds: [WeightedCloud, WeightedCloud] = [
    weighted(names[0], flatPoints(names[0], x, dim), weightsX),
    weighted(names[1], flatPoints(names[1], y, dim), weightsY),
  ];
  if (clouds[0].dim !== clouds[1].dim)
    throw new Error(
      `${names.join(' and ')} must have the same dimension, got ${clouds[0].dim} and ${clouds[1].dim}`,
    );
  return clouds;
}

function weighted(name: string, cloud: Cloud, weights?: Numbers): WeightedCloud {
  if (!weights) return { ...cloud, weights: new Float64Array(cloud.size).fill(1 / cloud.size) };
  if (weights.length !== cloud.size)
    throw new Error(`${name} has ${cloud.size} points but ${weights.length} weights`);
  checkProbabilities(`weights of ${name}`, weights);
  const total = Array.from(weights).reduce((sum, weight) => sum + weight, 0);
  return { ...cloud, weights: Float64Array.from(weights, (weight) => weight / total) };
}
