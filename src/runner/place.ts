import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** Where the results of one notebook belong: `<folder>/<name>`. */
export interface Place {
  folder: string;
  name: string;
}

// Both lie beside the results, on the same file system, so that moving a folder is one rename.
const partial = '.partial';
const previous = '.previous';

/** Makes the empty folder into which a new run writes. */
export function openPlace({ folder, name }: Place): string {
  const path = join(folder, partial, name);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
}

/** Puts what the run wrote in the place of the previous results; {@link recover} ends it when it was cut short. */
export function commit({ folder, name }: Place): void {
  const results = join(folder, name);
  const aside = join(folder, previous, name);
  if (existsSync(results)) {
    mkdirSync(join(folder, previous), { recursive: true });
    renameSync(results, aside);
  }
  renameSync(join(folder, partial, name), results);
  rmSync(aside, { recursive: true, force: true });
  rmSync(join(folder, 'failed', name), { recursive: true, force: true });
}

/** Keeps what a failed run wrote, for inspection, under `<folder>/failed/<name>`. @returns that folder */
export function keepFailed({ folder, name }: Place): string {
  const kept = join(folder, 'failed', name);
  rmSync(kept, { recursive: true, force: true });
  if (existsSync(folder)) mkdirSync(join(folder, 'failed'), { recursive: true });
  renameSync(join(folder, partial, name), kept);
  return kept;
}

/**
 * Removes what unfinished runs left, and brings back results that were set aside but not replaced, as happens when
 * a run is killed between two renames. The caller holds the folder's lock.
 *
 * @returns the names of the results that came back
 */
export function recover(folder: string): string[] {
  const aside = join(folder, previous);
  const back = existsSync(aside) ? readdirSync(aside).filter((name) => !existsSync(join(folder, name))) : [];
  for (const name of back) renameSync(join(aside, name), join(folder, name));
  rmSync(aside, { recursive: true, force: true });
  rmSync(join(folder, partial), { recursive: true, force: true });
  return back;
}

/** @throws Error when a folder that no run wrote stands where results belong */
export function checkPlace({ folder, name }: Place): void {
  const results = join(folder, name);
  if (existsSync(results) && !existsSync(join(results, 'run.json')))
    throw new Error(
      `${results} holds no run.json, so it is not a result of this program and is left alone; move it away`,
    );
}
