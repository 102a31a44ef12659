import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { backendNames } from '../backend/types';
import { defaultPreset, type Preset, presetNamed } from '../notebook/presets';
import { seedFrom } from '../notebook/setting';
import { packageRoot } from '../runner/job';
import type { RunOptions } from '../runner/units';
import { chooseNotebooks } from './chooseNotebooks';
import { helpOption, listOf, positiveInteger, readOptions, UsageError } from './usage';

export const figuresHelp = `npm run figures -- [options]

Runs the notebooks without Jupyter, each in a process of its own, and writes
figures/<notebook>/<name>.{svg,png,html,json}, figures/README.md (the index) and figures/claims.json.
The exit code is 0 when every cell ran and every claim holds; what fails leaves its previous figures untouched.

  --only <notebook>     number or name, e.g. 02 or 02-critic; repeatable, or separated by commas
  --preset <name>       smoke (seconds), quick (the default: a minute) or paper (the papers' own settings)
  --seed <n>            instead of the notebooks' own; several (0,1,2) go to figures/seed-<n>/
  --backend <name>      ${backendNames.join(', ')}; the best available unless named
  --set <key>=<value>   changes one setting of the notebooks' parameters; repeatable; lists as 1,2,3
  --jobs <n>            notebooks at once (as many as there are cores)
  --timeout <seconds>   for each notebook (smoke 120, quick 600, paper no limit)
  --out <folder>        instead of figures
  --notebooks <folder>  instead of notebooks; takes the files named NN-name.ipynb
  --pdf                 writes a PDF of every figure too, if there is a Chromium, Chrome or Edge
  --save                stores the outputs of this run in the notebooks (preset quick, all notebooks' own settings)
  --help                shows this
`;

export interface FiguresOptions extends Omit<RunOptions, 'signal'> {
  help: boolean;
  pdf: boolean;
}

const timeLimits: Record<Preset, number | undefined> = { smoke: 120, quick: 600, paper: undefined }; // seconds
const longestTimeout = Math.floor((2 ** 31 - 1) / 1000); // seconds; a longer timer of Node fires at once

/** Reads the command line of `figures`. @throws Error saying which value is wrong and what there is */
export function figuresOptions(args: string[]): FiguresOptions {
  const text = { type: 'string' } as const;
  const texts = { type: 'string', multiple: true } as const;
  const flag = { type: 'boolean', default: false } as const;
  const values = readOptions(args, {
    only: texts,
    preset: text,
    seed: texts,
    backend: text,
    set: texts,
    jobs: text,
    timeout: text,
    out: text,
    notebooks: text,
    pdf: flag,
    save: flag,
    help: helpOption,
  });
  const preset = usage(() => presetNamed(values.preset ?? defaultPreset));
  const seeds = usage(() => listOf('--seed', values.seed).map(seedFrom));
  const set = settings(values.set ?? []);
  if (values.save && (preset !== 'quick' || seeds.length > 0 || Object.keys(set).length > 0))
    throw new UsageError('--save stores what the notebooks declare: not with --preset, --seed or --set');
  return {
    help: values.help,
    notebooks: values.help
      ? []
      : chooseNotebooks(
          resolve(values.notebooks ?? join(packageRoot, 'notebooks')),
          listOf('--only', values.only),
        ),
    out: resolve(values.out ?? join(packageRoot, 'figures')),
    preset,
    seeds: [...new Set(seeds)],
    backend: backend(values.backend),
    set,
    jobs: positiveInteger('--jobs', values.jobs) ?? availableParallelism(),
    timeout: positiveInteger('--timeout', values.timeout, longestTimeout) ?? timeLimits[preset],
    keepOutputs: values.save,
    pdf: values.pdf,
  };
}

function backend(name: string | undefined): string | undefined {
  const { GAN_FIGURES_BACKEND } = process.env;
  const wanted = name ?? (GAN_FIGURES_BACKEND || undefined);
  if (wanted !== undefined && !backendNames.some((known) => known === wanted))
    throw new UsageError(
      `unknown backend ${JSON.stringify(wanted)}${name === undefined ? ' in GAN_FIGURES_BACKEND' : ''}; ` +
        `there are: ${backendNames.join(', ')}`,
    );
  return name;
}

function settings(pairs: readonly string[]): Record<string, string> {
  const entries = pairs.map((pair) => {
    const at = pair.indexOf('=');
    if (at < 1) throw new UsageError(`--set needs <key>=<value>, got ${JSON.stringify(pair)}`);
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
  const keys = entries.map(([key]) => key);
  const twice = keys.find((key, i) => keys.indexOf(key) !== i);
  if (twice !== undefined) throw new UsageError(`--set changes ${JSON.stringify(twice)} more than once`);
  return Object.fromEntries(entries);
}

function usage<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
