import { join } from 'node:path';
import type { Preset } from '../notebook/presets';
import type { RunRecord } from './job';
import { notebookName, type Output } from './notebookFile';
import type { Place } from './place';

export interface RunOptions {
  /** Absolute paths. */
  notebooks: string[];
  /** Absolute path of the folder of results. */
  out: string;
  preset: Preset;
  /** Empty: every notebook's own seed. One: results go to `out`. Several: to `out/seed-<n>`. */
  seeds: number[];
  backend?: string;
  set: Record<string, string>;
  /** How many notebooks run at once. */
  jobs: number;
  /** Seconds a notebook may take; absent: no limit. */
  timeout?: number;
  keepOutputs: boolean;
  signal: AbortSignal;
}

/** A unit of work and how it ended. */
export interface Result {
  place: Place;
  notebook: string;
  seed?: number;
  /** Name in what is printed: the notebook's, with the seed where there are several. */
  label: string;
  record?: RunRecord;
  outputs?: Output[][];
  /** Why it failed; absent when all is well. */
  problem?: string;
  /** Where a failed run's files are kept. */
  kept?: string;
}

/** Every notebook with every seed. */
export function unitsOf({ notebooks, seeds, out }: RunOptions): Result[] {
  const runs = seeds.length > 0 ? seeds : [undefined];
  return runs.flatMap((seed) =>
    notebooks.map((notebook) => {
      const name = notebookName(notebook);
      const folder = runs.length > 1 ? join(out, `seed-${seed}`) : out;
      return {
        place: { folder, name },
        notebook,
        seed,
        label: runs.length > 1 ? `${name} seed ${seed}` : name,
      };
    }),
  );
}
