import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { quietCompiler } from '../../../src/notebook/kernel/quietCompiler';

const repository = resolve(__dirname, '../../..');

/** A session in a folder of its own, in which files appear after its first cells: what an error that no cell awaits says. */
const script = `
  const { mkdirSync, writeFileSync } = require('node:fs');
  const { startSession } = require(${JSON.stringify(join(repository, 'dist/notebook/kernel/session.js'))});
  process.on('uncaughtException', (error) => { console.log(error.message); process.exitCode = 1; });
  (async () => {
    writeFileSync('helper.ts', 'export const one = 1;');
    const session = startSession(process.cwd());
    await session.execute("import { one } from './helper';\\nimport * as nothing from 'no-such-package';", 'cell [1]');
    const failure = await session.execute("import { one } from './helper';", 'cell [2]');
    if (failure) console.log(failure);
    for (let i = 0; i < 4; i++) {
      mkdirSync('node_modules/new' + i);
      writeFileSync('node_modules/new' + i + '/index.d.ts', 'export {}');
      writeFileSync('helper.ts', 'export const one = 1 + ' + i);
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    setTimeout(() => process.exit(), 1500);
  })();
`;

test('files that appear or change while a cell runs do not break it', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gan-figures-'));
  try {
    mkdirSync(join(folder, 'node_modules'));
    for (const name of readdirSync(join(repository, 'node_modules')))
      symlinkSync(join(repository, 'node_modules', name), join(folder, 'node_modules', name));
    const { stdout, status } = spawnSync(process.execPath, ['-e', script], { cwd: folder, encoding: 'utf8' });
    expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);

test('source files are still watched', () => {
  const watched: string[] = [];
  const system = {
    watchDirectory: () => ({ close: () => {} }),
    watchFile: (path: string) => {
      watched.push(path);
      return { close: () => {} };
    },
  };
  quietCompiler(system);
  for (const path of ['/a/helper.ts', '/a/package.json']) system.watchFile(path);
  expect(watched).toEqual(['/a/helper.ts']);
});
