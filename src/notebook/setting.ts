/** What one setting of a notebook may be. */
export type Setting = number | boolean | string | readonly number[];

/** `number`, `boolean`, `text` or `numbers`: what a setting is, in the words of error messages. */
export function kindOf(value: Setting): 'number' | 'boolean' | 'text' | 'numbers' {
  if (typeof value === 'number' && Number.isFinite(value)) return 'number';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'text';
  if (Array.isArray(value) && value.every((x) => typeof x === 'number' && Number.isFinite(x)))
    return 'numbers';
  throw new Error(
    `a setting is a finite number, true or false, a text or a list of finite numbers, got ${JSON.stringify(value) ?? String(value)}`,
  );
}

/**
 * Reads `text`, as given on a command line, as a setting of the same kind as `like`; a list is written `1,2,3`.
 *
 * @throws Error naming `key`, `text` and what was expected
 */
export function settingFrom(key: string, text: string, like: Setting): Setting {
  const kind = kindOf(like);
  const fail = (expected: string) =>
    new Error(`setting ${key}: expected ${expected}, got ${JSON.stringify(text)}`);
  if (kind === 'text') return text;
  if (kind === 'boolean') {
    if (text !== 'true' && text !== 'false') throw fail('true or false');
    return text === 'true';
  }
  const numbers = kind === 'numbers' ? text.split(',').map(finiteNumber) : [finiteNumber(text)];
  if (numbers.some(Number.isNaN)) throw fail(kind === 'numbers' ? 'numbers such as 1,2,3' : 'a number');
  return kind === 'numbers' ? numbers : numbers[0];
}

/** A non-negative whole number. @throws Error naming the value */
export function seedFrom(text: string): number {
  const seed = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!Number.isSafeInteger(seed))
    throw new Error(`seed must be a whole number of 0 or more, got ${JSON.stringify(text)}`);
  return seed;
}

function finiteNumber(text: string): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  return Number.isFinite(value) ? value : Number.NaN;
}
