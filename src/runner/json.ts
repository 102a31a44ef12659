import { readFileSync } from 'node:fs';

/** JSON with one space of indentation and a final newline; infinities and NaN, which it lacks, become texts. */
export function jsonText(value: unknown): string {
  const spell = (_key: string, x: unknown) => (typeof x === 'number' && !Number.isFinite(x) ? String(x) : x);
  return `${JSON.stringify(value, spell, 1)}\n`;
}

/** Reads what {@link jsonText} wrote. @throws Error naming the file when it is not JSON */
export function readJson<T>(path: string): T {
  const text = readFileSync(path, 'utf8');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Error(`${path} is not JSON: ${(error as Error).message}`);
  }
}
