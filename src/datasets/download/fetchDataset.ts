import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { explained } from '../../files/fileProblem';
import { type DownloadOptions, download } from './download';
import { inspectFiles } from './inspectFiles';
import type { RemoteDataset, RemoteFile } from './remoteDataset';

export interface FetchDatasetOptions extends Omit<DownloadOptions, 'onProgress'> {
  onProgress?: (file: RemoteFile, done: number) => void;
  /** Hears of a file that has come and is the right one. */
  onVerified?: (file: RemoteFile) => void;
}

/** Where downloads lie until they are whole. */
export const partialFolder = (data: string) => join(data, 'partial');

/** Where what has come of a file lies. */
export const partOf = (data: string, { name }: RemoteFile) => join(partialFolder(data), `${name}.part`);

/**
 * Fetches files of a data set. They are put in their place when all of them have come and are the right ones: until then nothing there
 * changes, and what has come is kept in {@link partialFolder} for the next run.
 *
 * @throws Error as `download`; or naming the file that cannot be written; or what an archive lacks
 */
export async function fetchDataset(
  dataset: RemoteDataset,
  files: readonly RemoteFile[],
  data: string,
  options: FetchDatasetOptions = {},
): Promise<void> {
  const folder = dataset.folderOf(data);
  checkPlace(folder);
  for (const file of files) {
    await download(file, partOf(data, file), {
      ...options,
      onProgress: (done) => options.onProgress?.(file, done),
    });
    options.onVerified?.(file);
  }
  const staged = join(partialFolder(data), basename(folder));
  try {
    rmSync(staged, { recursive: true, force: true });
    mkdirSync(staged);
    for (const file of files) await unpack(file, partOf(data, file), staged);
    put(staged, folder);
    for (const file of files) rmSync(partOf(data, file), { force: true });
  } catch (error) {
    rmSync(staged, { recursive: true, force: true });
    throw explained(error, folder);
  }
}

/** Puts what a verified download holds into a folder. */
async function unpack(file: RemoteFile, part: string, into: string): Promise<void> {
  if (!file.unpack) return renameSync(part, join(into, file.name));
  await file.unpack(part, into);
  const wrong = (await inspectFiles(file.holds, into)).find(({ state }) => state !== 'verified');
  if (wrong) throw new Error(`${file.name}: ${wrong.problem ?? `it lacks ${basename(wrong.path)}`}`);
}

/** Renames a folder; where there is one already, each of its files. */
function put(from: string, to: string): void {
  if (!existsSync(to)) {
    rename(from, to);
    return;
  }
  for (const name of readdirSync(from)) rename(join(from, name), join(to, name));
  rmdirSync(from);
}

function rename(from: string, path: string): void {
  try {
    renameSync(from, path);
  } catch (error) {
    throw Object.assign(error as Error, { path }); // people know the place, not the temporary one
  }
}

/** Checks that files can be put into a folder, or that it is not there yet. */
function checkPlace(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new Error(`${folder} must be a folder, is a file`);
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw explained(error, folder);
  }
}
