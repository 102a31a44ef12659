import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { cacheFolder } from '../../src/files/cacheFolder';
import { temporaryFolder } from '../runner/temporary';

const folder = temporaryFolder();

it('is .cache of the project, made where it is missing', () => {
  const made = cacheFolder({}, folder());
  expect(made).toBe(join(folder(), '.cache'));
  expect(existsSync(made)).toBe(true);
  expect(cacheFolder({ GAN_FIGURES_CACHE: '' }, folder())).toBe(made);
});

it('is where GAN_FIGURES_CACHE says, relative to the project or absolute', () => {
  expect(cacheFolder({ GAN_FIGURES_CACHE: 'a/b' }, folder())).toBe(join(folder(), 'a', 'b'));
  const absolute = join(folder(), 'elsewhere');
  expect(cacheFolder({ GAN_FIGURES_CACHE: absolute }, '/')).toBe(absolute);
});

it('cannot be made where a file stands', () => {
  writeFileSync(join(folder(), '.cache'), '');
  expect(() => cacheFolder({}, folder())).toThrow('a file stands where a folder is needed');
});
