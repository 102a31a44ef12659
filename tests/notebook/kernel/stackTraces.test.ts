import { expect, it } from 'vitest';
import { relocate } from '../../../src/notebook/kernel/stackTraces';

const cell = {
  title: 'cell [3]',
  locate: ({ line, column }: { line: number; column: number }) =>
    line === 1 ? undefined : { line: line - 1, column: column + 1 },
};
const find = (file: string) => (file === 'cell-7.ts' ? cell : undefined);

it('places in compiled cells become places in cells', () => {
  expect(relocate('    at f (cell-7.ts:5:2)\n    at async cell-7.ts:9:1', find)).toBe(
    '    at f (cell [3]:4:3)\n    at async cell [3]:8:2',
  );
});

it('a place without counterpart loses its line', () => {
  expect(relocate('    at cell-7.ts:1:40', find)).toBe('    at cell [3]');
});

it('other places stay', () => {
  const stack = '    at cell-8.ts:1:1\n    at /home/a/b.js:3:4';
  expect(relocate(stack, find)).toBe(stack);
});
