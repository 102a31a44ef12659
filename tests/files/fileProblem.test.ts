import { expect, it } from 'vitest';
import { fileProblem } from '../../src/files/fileProblem';

const failure = (code: string) => Object.assign(new Error(code), { code, path: '/figures/a.svg' });

it('a full disk is called so', () => {
  expect(fileProblem(failure('ENOSPC'), '/')).toBe('cannot write /figures/a.svg: the disk is full (ENOSPC)');
});

it('an error without a path is given the folder that was written to', () => {
  const error = Object.assign(new Error('write'), { code: 'ENOSPC' });
  expect(fileProblem(error, '/figures')).toBe('cannot write /figures: the disk is full (ENOSPC)');
});

it('a read-only folder is called so', () => {
  expect(fileProblem(failure('EROFS'), '/')).toContain('the file system is read-only');
  expect(fileProblem(failure('EACCES'), '/')).toContain('you may not write there');
});

it('a folder that was deleted meanwhile is called so', () => {
  expect(fileProblem(failure('ENOENT'), '/')).toBe(
    'cannot write /figures/a.svg: its folder is gone (ENOENT)',
  );
});

it('other errors are not explained away', () => {
  expect(fileProblem(new TypeError('x is not a function'), '/')).toBeUndefined();
});
