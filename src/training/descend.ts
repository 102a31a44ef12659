import { checkRate } from './checkRate';

/** Parameters of {@link descend}. */
export interface DescendOptions {
  start: number;
  learningRate: number;
  steps: number;
}

/**
 * Gradient descent on one number: theta <- theta - learningRate slope(theta).
 *
 * @returns theta before every step and after the last: [steps + 1]
 * @throws Error when steps is no integer >= 1 or learningRate is not > 0
 */
export function descend(
  slope: (theta: number) => number,
  { start, learningRate, steps }: DescendOptions,
): number[] {
  checkRate('descend', learningRate);
  if (!Number.isSafeInteger(steps) || steps < 1)
    throw new Error(`descend: steps must be an integer >= 1, got ${steps}`);
  const path = [start];
  for (let i = 0; i < steps; i++) path.push(path[i] - learningRate * slope(path[i]));
  return path;
}
