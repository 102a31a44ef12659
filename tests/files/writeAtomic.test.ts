import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { writeAtomic } from '../../src/files/writeAtomic';
import { temporaryFolder } from '../runner/temporary';

const folder = temporaryFolder();

it('the new text takes the place of the old', () => {
  const path = join(folder(), 'a.txt');
  writeAtomic(path, 'old');
  writeAtomic(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
});

it('a failure names the file that was meant and leaves nothing behind', () => {
  const path = join(folder(), 'taken');
  mkdirSync(path);
  expect(() => writeAtomic(path, 'new')).toThrow(expect.objectContaining({ path }));
  expect(readdirSync(folder())).toEqual(['taken']);
});
