import { statSync } from 'node:fs';
import { resolve } from 'node:path';

/**
 * The folder that holds the data sets: the one that the environment variable `GAN_FIGURES_DATA` names, else `data/`
 * of the project.
 *
 * @throws Error when `GAN_FIGURES_DATA` names no folder
 */
export function dataFolder(
  env: Record<string, string | undefined> = process.env,
  root = resolve(__dirname, '../..'),
): string {
  const named = env.GAN_FIGURES_DATA;
  if (!named) return resolve(root, 'data');
  const folder = resolve(root, named);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Error(`GAN_FIGURES_DATA must name a folder, got ${JSON.stringify(named)} (${folder})`);
  return folder;
}
