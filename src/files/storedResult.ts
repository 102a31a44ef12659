import { existsSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { cacheFolder } from './cacheFolder';
import { explained } from './fileProblem';
import { keyedFile } from './keyedFile';
import { writeAtomic } from './writeAtomic';

/** Where a result is kept, and what it depends on. */
export interface StoredResultOptions {
  /** First part of the file's name, e.g. `09-architectures`; letters, digits, `.`, `_` and `-`. */
  name: string;
  /** All that the result depends on, as plain data: other settings, another file. */
  settings: unknown;
  /** Default: the cache folder, see `cacheFolder`. */
  folder?: string;
}

const format = 1;

/**
 * A result that is computed once: from its file where there is one for these settings, else computed and written to it.
 * The file is JSON, named by a hash of the settings, holds them too, and is whole or absent: a process that is killed
 * loses the result at hand and no other.
 *
 * JSON keeps every finite number to the last bit. What it would change is refused, so that a stored result is equal to
 * a computed one: NaN, infinities, -0, undefined, typed arrays.
 *
 * @throws Error when the name is not as described; settings or result are no plain data; or the file cannot be written, is
 *   damaged or belongs to other settings (it names the file)
 */
export async function storedResult<R>(
  { name, settings, folder = cacheFolder() }: StoredResultOptions,
  compute: () => R | Promise<R>,
): Promise<R> {
  const key = plainJson('settings', settings);
  const { path } = keyedFile('storedResult', { name, folder }, key, '.json');
  if (existsSync(path)) return read<R>(path, key);
  const result = await compute();
  plainJson('the result', result);
  try {
    writeAtomic(path, `${JSON.stringify({ format, settings, result })}\n`);
  } catch (error) {
    throw explained(error, path);
  }
  return result;
}

function plainJson(what: string, value: unknown): string {
  const text = JSON.stringify(value);
  if (text === undefined || !isDeepStrictEqual(JSON.parse(text), value))
    throw new Error(
      `storedResult: ${what} must be plain data with finite numbers, which JSON gives back unchanged, got ${text}`,
    );
  return text;
}

function read<R>(path: string, key: string): R {
  let content: { format: number; settings: unknown; result: R };
  try {
    content = JSON.parse(readFileSync(path, 'utf8'));
    if (content.format !== format) throw new Error(`its format is ${content.format}, not ${format}`);
    if (!('result' in content)) throw new Error('it holds no result');
  } catch (error) {
    throw new Error(`${path} is damaged or no stored result; delete it to compute it anew`, { cause: error });
  }
  if (JSON.stringify(content.settings) !== key)
    throw new Error(`${path} belongs to other settings; delete it to compute it anew`);
  return content.result;
}
