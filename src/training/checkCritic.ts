import type { Model } from '../models/model';

/**
 * Checks that a critic has one output and takes the points that it is to judge.
 *
 * @param dims the dimensions of the points, by name
 */
export function checkCritic(name: string, critic: Model, dims: Record<string, number>): void {
  if (Object.values(dims).some((dim) => dim !== critic.inputs))
    throw new Error(
      `${name}: the critic takes ${critic.inputs} coordinates, got points of ${Object.entries(dims)
        .map(([what, dim]) => `${dim} (${what})`)
        .join(' and ')}`,
    );
  if (critic.outputs !== 1) throw new Error(`${name}: a critic has one output, got ${critic.outputs}`);
}
