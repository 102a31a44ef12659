import { expect, it } from 'vitest';
import { parentRuns } from '../../../src/notebook/kernel/parentWatch';

it('a parent runs while this process has it as parent and it exists', () => {
  expect(parentRuns(process.pid, process.pid)).toBe(true);
});

it('a process that got another parent is an orphan', () => {
  expect(parentRuns(process.pid, 1)).toBe(false);
});

it('a parent that does not exist is gone, also where the system does not say so', () => {
  const nobody = 2 ** 22 + 1; // beyond the largest process id of Linux
  expect(parentRuns(nobody, nobody)).toBe(false);
});
