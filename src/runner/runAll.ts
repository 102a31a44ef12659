import { existsSync, mkdirSync } from 'node:fs';
import { explained, fileProblem } from '../files/fileProblem';
import type { Job } from './job';
import { launch, type Outcome } from './launch';
import { lockFolder } from './lock';
import { codeOf, readNotebook } from './notebookFile';
import { checkPlace, openPlace, recover } from './place';
import { pool } from './pool';
import { provideLibrary } from './provideLibrary';
import { settle, verdictLine } from './settle';
import type { Status } from './status';
import { type Result, type RunOptions, unitsOf } from './units';
import { writeIndex } from './writeIndex';

/**
 * Runs notebooks, each in a process of its own, and puts the results of those that succeed in the place of their
 * previous ones; what fails, is killed or interrupted leaves the previous results as they were.
 *
 * @returns how each unit of work ended, in order; those that were not started because of an interrupt are left out
 * @throws Error when a notebook cannot be read or has no code, or the folder of results cannot be written or is in use
 */
export async function runAll(options: RunOptions, status: Status): Promise<Result[]> {
  for (const notebook of options.notebooks)
    if (codeOf(readNotebook(notebook)).length === 0)
      throw new Error(`${notebook} has no code cell, so there is nothing to run`);
  const units = unitsOf(options);
  const unlock = openFolder(options.out);
  const folders = [...new Set([options.out, ...units.map(({ place }) => place.folder)])];
  try {
    for (const folder of folders) {
      for (const name of existsSync(folder) ? recover(folder) : [])
        status.print(`  ${name}: an earlier run was cut short; its previous figures are back`);
    }
    for (const { place } of units) checkPlace(place);
    for (const { place } of units) provideLibrary(place.folder);
    const results: Result[] = [];
    await pool(units, options.jobs, async (unit) => {
      if (options.signal.aborted) return;
      results.push(unit);
      status.start(unit.label);
      Object.assign(unit, settle(unit.place, await run(unit, options, status), options.signal));
      status.end(unit.label);
      status.print(verdictLine(unit));
    });
    const succeeded = new Set(results.filter(({ problem }) => !problem).map(({ place }) => place.folder));
    for (const folder of succeeded) writeIndex(folder);
    return results.sort((a, b) => units.indexOf(a) - units.indexOf(b));
  } catch (error) {
    throw explained(error, options.out);
  } finally {
    for (const folder of folders) tidy(folder, status);
    unlock();
  }
}

/** Removes what unfinished runs left. When that fails it must not hide how the runs ended: the next run tries again. */
function tidy(folder: string, status: Status): void {
  try {
    if (existsSync(folder)) recover(folder);
  } catch (error) {
    status.print(`  ${folder}: not tidied: ${(error as Error).message}`);
  }
}

/** Makes and locks the folder of results, which shows at once whether it can be written. */
function openFolder(out: string): () => void {
  try {
    mkdirSync(out, { recursive: true });
    return lockFolder(out);
  } catch (error) {
    throw explained(error, out);
  }
}

async function run(unit: Result, options: RunOptions, status: Status): Promise<Outcome> {
  const { preset, backend, set, keepOutputs, timeout, signal } = options;
  const { notebook, place, label, seed } = unit;
  try {
    const job: Job = { notebook, folder: openPlace(place), preset, seed, backend, set, keepOutputs };
    return await launch(job, { timeout, signal, onMessage: (message) => status.hear(label, message) });
  } catch (error) {
    return { problem: fileProblem(error, place.folder) ?? (error as Error).message };
  }
}
