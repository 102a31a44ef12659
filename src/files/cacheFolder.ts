import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { explained } from './fileProblem';

/**
 * The folder for what can be computed again: the one that the environment variable `GAN_FIGURES_CACHE` names, else
 * `.cache/` of the project, which git ignores. It is made where it is missing, and may be deleted at any time.
 *
 * @throws Error saying why it cannot be made, e.g. that a file stands there
 */
export function cacheFolder(
  env: Record<string, string | undefined> = process.env,
  root = resolve(__dirname, '../..'),
): string {
  const folder = resolve(root, env.GAN_FIGURES_CACHE || '.cache');
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw explained(error, folder);
  }
  return folder;
}
