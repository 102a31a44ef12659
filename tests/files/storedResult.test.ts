import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { storedResult } from '../../src/files/storedResult';
import { temporaryFolder } from '../runner/temporary';

const folder = temporaryFolder();
const never = () => {
  throw new Error('computed again');
};
const options = (settings: unknown = { seed: 0 }) => ({ name: 'test', settings, folder: folder() });
const onlyFile = () => join(folder(), readdirSync(folder())[0]);

it('a result is computed once, and read from its file with every bit', async () => {
  const value = { third: 1 / 3, tiny: 5e-324, list: [1, null, 'a'] };
  expect(await storedResult(options(), () => value)).toBe(value);
  expect(await storedResult(options(), never)).toEqual(value);
});

it('other settings are another result, in whatever depth they differ', async () => {
  await storedResult(options({ a: { b: [1, 2] } }), () => 1);
  expect(await storedResult(options({ a: { b: [1, 3] } }), () => 2)).toBe(2);
  expect(await storedResult(options({ a: { b: [1, 2] } }), never)).toBe(1);
  expect(readdirSync(folder())).toHaveLength(2);
});

it('undefined, null and false results: the first is refused, the others are kept', async () => {
  await expect(storedResult(options(), () => undefined)).rejects.toThrow('plain data');
  await storedResult(options(1), () => null);
  expect(await storedResult(options(1), never)).toBe(null);
  await storedResult(options(2), () => false);
  expect(await storedResult(options(2), never)).toBe(false);
});

it.each([
  ['NaN', { w: Number.NaN }],
  ['an infinity', [Infinity]],
  ['-0', { w: -0 }],
  ['a typed array', Float32Array.of(1)],
  ['a missing field', { a: undefined }],
])('what JSON would change is refused and not written: %s', async (_, value) => {
  await expect(storedResult(options(), () => value)).rejects.toThrow('the result must be plain data');
  await expect(storedResult(options(value), never)).rejects.toThrow('settings must be plain data');
  expect(readdirSync(folder())).toEqual([]);
});

it('a computation that fails leaves no file', async () => {
  await expect(storedResult(options(), never)).rejects.toThrow('computed again');
  expect(readdirSync(folder())).toEqual([]);
});

it.each(['', '{"format":1,"res', '{"format":2,"result":1}', '{"format":1,"settings":{"seed":0}}', 'null'])(
  'a damaged file is named and neither used nor overwritten: %j',
  async (text) => {
    await storedResult(options(), () => 1);
    const path = onlyFile();
    writeFileSync(path, text);
    await expect(storedResult(options(), () => 2)).rejects.toThrow(`${path} is damaged`);
    expect(readFileSync(path, 'utf8')).toBe(text);
  },
);

it('a file of other settings is named', async () => {
  await storedResult(options(), () => 1);
  const path = onlyFile();
  writeFileSync(path, readFileSync(path, 'utf8').replace('"seed":0', '"seed":1'));
  await expect(storedResult(options(), never)).rejects.toThrow(`${path} belongs to other settings`);
});

it('a name that is no file name is refused, a folder that cannot be written is named', async () => {
  await expect(storedResult({ ...options(), name: 'a/b' }, never)).rejects.toThrow('got "a/b"');
  const missing = join(folder(), 'missing');
  await expect(storedResult({ ...options(), folder: missing }, () => 1)).rejects.toThrow(missing);
  mkdirSync(missing);
  expect(await storedResult({ ...options(), folder: missing }, () => 1)).toBe(1);
});
