import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { kernelspec, writeKernelspec } from '../../../src/notebook/kernel/kernelspec';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'gan figures-')); // a folder with a blank in its name
});
afterEach(() => rmSync(root, { recursive: true }));

function build(): string {
  const folder = join(root, 'dist/notebook/kernel');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'main.js'), '');
  return join(folder, 'main.js');
}

it('the kernelspec is written below the checkout, with absolute paths', () => {
  const main = build();
  const { jupyterPath, folder, name } = writeKernelspec(root);
  expect([jupyterPath, folder, name]).toEqual([
    join(root, '.kernel'),
    join(root, '.kernel/kernels/gan-figures'),
    'gan-figures',
  ]);
  const spec = JSON.parse(readFileSync(join(folder, 'kernel.json'), 'utf8'));
  expect(spec).toMatchObject({ display_name: 'gan-figures (TypeScript)', language: 'typescript' });
  expect(spec.argv).toEqual([process.execPath, main, '{connection_file}']);
  expect(isAbsolute(spec.argv[0])).toBe(true);
});

it('writing it again changes nothing', () => {
  build();
  const file = join(writeKernelspec(root).folder, 'kernel.json');
  const before = readFileSync(file, 'utf8');
  writeKernelspec(root);
  expect(readFileSync(file, 'utf8')).toBe(before);
});

it('a kernel that is not built is an error that says what to run', () => {
  expect(() => writeKernelspec(root)).toThrow(/main\.js is missing; run: npm run build/);
});

it('cells are stopped by a signal, on Windows, which has none, by a message', () => {
  expect(kernelspec(root, 'linux').interrupt_mode).toBe('signal');
  expect(kernelspec(root, 'win32').interrupt_mode).toBe('message');
});
