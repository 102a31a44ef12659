import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lockFolder } from '../../src/runner/lock';
import { temporaryFolder } from './temporary';

const folder = temporaryFolder();
const file = () => join(folder(), '.lock');

describe('the lock of a folder', () => {
  it('is gone when it is given back', () => {
    const unlock = lockFolder(folder());
    expect(existsSync(file())).toBe(true);
    unlock();
    expect(existsSync(file())).toBe(false);
  });

  it('held by a living process is respected, and the process named', () => {
    writeFileSync(file(), `${process.ppid}\n`);
    expect(() => lockFolder(folder())).toThrow(`another run (process ${process.ppid}) is writing to`);
  });

  it('left by a process that is gone is taken over', () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    writeFileSync(file(), `${pid}\n`);
    expect(lockFolder(folder())).toBeTypeOf('function');
  });

  it('that cannot be given back is left to the next run', () => {
    const unlock = lockFolder(folder());
    rmSync(file());
    mkdirSync(file()); // cannot be removed as a file
    expect(unlock).not.toThrow();
  });

  it('left empty by a process that was killed is taken over', () => {
    writeFileSync(file(), '');
    expect(lockFolder(folder())).toBeTypeOf('function');
  });
});
