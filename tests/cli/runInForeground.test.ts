import { expect, it } from 'vitest';
import { runInForeground } from '../../src/cli/runInForeground';

const node = (script: string) => runInForeground(process.execPath, ['-e', script], { stdio: 'ignore' });

it('the exit code is that of the program', async () => {
  expect(await node('process.exit(7)')).toBe(7);
});

it('a program that a signal ended gives 128 + its number', async () => {
  expect(await node('process.kill(process.pid, "SIGKILL")')).toBe(137);
});

it('a program that cannot be started is named', async () => {
  await expect(runInForeground('/no/such/program', [])).rejects.toThrow('cannot start /no/such/program');
});

it('it leaves no listeners behind', async () => {
  const before = process.listenerCount('SIGTERM');
  await node('');
  expect(process.listenerCount('SIGTERM')).toBe(before);
});
