import { expect, it } from 'vitest';
import { findJupyter } from '../../src/cli/findJupyter';

const machine =
  (...known: string[]) =>
  (command: string, args: string[]) =>
    known.includes([command, ...args].join(' ')) ? '4.2' : undefined;

it('JupyterLab is preferred to the classic notebook', () => {
  expect(findJupyter({}, machine('jupyter lab --version', 'jupyter notebook --version'))).toEqual({
    jupyter: 'jupyter',
    verb: 'lab',
    version: '4.2',
  });
  expect(findJupyter({}, machine('jupyter notebook --version'))).toMatchObject({ verb: 'notebook' });
});

it('without either there is a reason', () => {
  expect(findJupyter({}, machine())).toEqual({ reason: expect.stringContaining('no command "jupyter"') });
});

it('GAN_FIGURES_JUPYTER names another command, and is named when that is wrong', () => {
  const env = { GAN_FIGURES_JUPYTER: '/venv/bin/jupyter' };
  expect(findJupyter(env, machine('/venv/bin/jupyter lab --version'))).toMatchObject({
    jupyter: '/venv/bin/jupyter',
    verb: 'lab',
  });
  expect(findJupyter(env, machine('jupyter lab --version'))).toEqual({
    reason: expect.stringContaining('GAN_FIGURES_JUPYTER must name a command'),
  });
});

it('a command that does not exist is not found', () => {
  expect(findJupyter({ GAN_FIGURES_JUPYTER: '/no/such/command' })).toHaveProperty('reason');
});
