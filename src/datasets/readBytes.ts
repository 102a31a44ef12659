import { readFileSync, statSync } from 'node:fs';

/**
 * The size of a file in bytes.
 *
 * @param remedy what to do when it is missing, e.g. `npm run data -- mnist fetches it`
 * @throws Error when it is missing or is no file
 */
export function fileSize(path: string, remedy: string): number {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new Error(`${path} is missing: ${remedy}`);
  if (!found.isFile()) throw new Error(`${path} must be a file, is a folder`);
  return found.size;
}

/** The bytes of a file. @throws Error when it is missing or is no file */
export function readBytes(path: string, remedy: string): Buffer {
  fileSize(path, remedy);
  return readFileSync(path);
}
