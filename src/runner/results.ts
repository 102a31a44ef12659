import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { RunRecord } from './job';
import { readJson } from './json';

/** The records of all results in a folder, ordered by notebook. */
export function readResults(folder: string): RunRecord[] {
  return readdirSync(folder)
    .filter((name) => /^\d{2}-/.test(name) && existsSync(join(folder, name, 'run.json')))
    .sort()
    .map((name) => readJson<RunRecord>(join(folder, name, 'run.json')));
}
