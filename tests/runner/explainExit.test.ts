import { expect, it } from 'vitest';
import { explainExit } from '../../src/runner/explainExit';

it('memory that ran out is called so', () => {
  const stderr = 'FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory';
  expect(explainExit(null, 'SIGABRT', stderr)).toContain(
    'ran out of memory; raise the limit with NODE_OPTIONS',
  );
});

it('a killed process is called so', () => {
  expect(explainExit(null, 'SIGKILL', '')).toContain('killed (SIGKILL)');
});

it('other ends give exit code or signal, and the last lines', () => {
  expect(explainExit(3, null, '')).toBe('the process ended by itself with exit code 3');
  expect(explainExit(null, 'SIGSEGV', 'a\n\nb\n')).toBe('the process was ended by SIGSEGV:\n  a\n  b');
});
