import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { figuresOptions } from '../../src/cli/figuresOptions';
import { notebookName } from '../../src/runner/notebookFile';
import { writeNotebooks } from '../runner/notebooks';
import { temporaryFolder } from '../runner/temporary';

const folder = temporaryFolder();

afterEach(() => vi.unstubAllEnvs());

function read(...args: string[]) {
  writeNotebooks(folder(), { '01-lines': [], '02-critic': [], '10-last': [] });
  return figuresOptions(['--notebooks', folder(), ...args]);
}

describe('the options of figures', () => {
  it('mean all notebooks, preset quick and the notebooks’ own seeds unless said otherwise', () => {
    expect(read()).toMatchObject({ preset: 'quick', seeds: [], set: {}, backend: undefined, timeout: 600 });
    expect(read().notebooks.map(notebookName)).toEqual(['01-lines', '02-critic', '10-last']);
  });

  it.each([
    ['02', ['02-critic']],
    ['2', ['02-critic']],
    ['10-last', ['10-last']],
    ['notebooks/01-lines.ipynb', ['01-lines']],
    ['10,1', ['01-lines', '10-last']],
  ])('choose notebooks by --only %s', (only, names) => {
    expect(read('--only', only).notebooks.map(notebookName)).toEqual(names);
  });

  it('take several seeds, by comma or repeated, each once', () => {
    expect(read('--seed', '0,1', '--seed', '1', '--seed', '7').seeds).toEqual([0, 1, 7]);
  });

  it('take settings; the value may hold an equals sign', () => {
    expect(read('--set', 'lambda=1', '--set', 'name=a=b').set).toEqual({ lambda: '1', name: 'a=b' });
  });

  it('limit the time by preset', () => {
    expect(read('--preset', 'smoke').timeout).toBe(120);
    expect(read('--preset', 'paper').timeout).toBeUndefined();
    expect(read('--preset', 'paper', '--timeout', '5').timeout).toBe(5);
  });

  it.each([
    [['--only', '07'], 'unknown notebook "07"; there are: 01-lines, 02-critic, 10-last'],
    [['--preset', 'fast'], 'unknown preset "fast"; there are: smoke, quick, paper'],
    [['--backend', 'webgl'], 'unknown backend "webgl"; there are: tensorflow, wasm, cpu'],
    [['--sed', '1'], "Unknown option '--sed'; there are: --only, --preset, --seed"],
    [['lines'], "Unexpected argument 'lines'"],
    [['--seed', '1.5'], 'seed must be a whole number of 0 or more, got "1.5"'],
    [['--seed', '-1'], 'seed must be a whole number of 0 or more, got "-1"'],
    [['--seed', ','], '--seed needs a value, got ","'],
    [['--seed', '--jobs', '2'], "Option '--seed' needs a value"],
    [['--only', ''], '--only needs a value, got ""'],
    [['--only', ','], '--only needs a value, got ","'],
    [['--out', ''], '--out needs a value, got ""'],
    [['--out', 'a', '--out', 'b'], '--out takes one value, got "a" and "b"'],
    [['--jobs', '0'], '--jobs must be a whole number of 1 or more, got "0"'],
    [['--timeout', 'soon'], '--timeout must be a whole number of 1 or more, got "soon"'],
    [['--timeout', '-3'], '--timeout must be a whole number of 1 or more, got "-3"'],
    [['--timeout', '99999999999'], '--timeout must be at most 2147483, got 99999999999'],
    [['--set', 'n=1', '--set', 'n=2'], '--set changes "n" more than once'],
    [['--set', 'lambda'], '--set needs <key>=<value>, got "lambda"'],
    [['--set', '=1'], '--set needs <key>=<value>, got "=1"'],
    [['--seed'], "Option '--seed <value>' argument missing"],
    [['--save', '--seed', '1'], '--save stores what the notebooks declare'],
    [['--save', '--preset', 'smoke'], '--save stores what the notebooks declare'],
  ])('refuse %j', (args, message) => {
    expect(() => read(...args)).toThrow(message);
  });

  it('refuse a folder without notebooks, and what is no folder', () => {
    expect(() => figuresOptions(['--notebooks', join(folder(), 'none')])).toThrow('there is no notebook in');
    const file = join(folder(), 'file');
    writeFileSync(file, '');
    expect(() => figuresOptions(['--notebooks', file])).toThrow(`no notebook in ${file}; expected a folder`);
  });

  it('refuse an unknown backend in the environment, unless another is named', () => {
    vi.stubEnv('GAN_FIGURES_BACKEND', 'gpu');
    expect(() => read()).toThrow(
      'unknown backend "gpu" in GAN_FIGURES_BACKEND; there are: tensorflow, wasm, cpu',
    );
    expect(read('--backend', 'cpu').backend).toBe('cpu');
  });

  it('take -h for --help', () => {
    expect(read('-h').help).toBe(true);
  });
});
