import { createHash } from 'node:crypto';
import { join } from 'node:path';

/**
 * The file of what depends on a key, e.g. on settings written down: another key, another file.
 *
 * @param caller who asks, for the error
 * @param ending of the file's name, with its dot
 * @returns its path, and the key's SHA-256, of which the first 16 digits are in the name
 * @throws Error when the name holds other characters than letters, digits, `.`, `_` and `-`
 */
export function keyedFile(
  caller: string,
  { name, folder }: { name: string; folder: string },
  key: string,
  ending: string,
): { path: string; hash: string } {
  if (!/^[\w.-]+$/.test(name))
    throw new Error(`${caller}: name may hold letters, digits, . _ and -, got ${JSON.stringify(name)}`);
  const hash = createHash('sha256').update(key).digest('hex');
  return { path: join(folder, `${name}-${hash.slice(0, 16)}${ending}`), hash };
}
