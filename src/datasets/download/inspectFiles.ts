import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { contentChecksum } from './checksum';
import type { RemoteDataset, RemoteFile, StoredFile } from './remoteDataset';

/** A file of a data set in a folder: as expected, not there, or something else, with what is wrong. */
export interface Inspected {
  path: string;
  state: 'verified' | 'missing' | 'different';
  problem?: string;
}

/** Looks at all files of a data set, by the downloads that they come from. */
export async function inspectDataset(
  dataset: RemoteDataset,
  data: string,
): Promise<{ file: RemoteFile; files: Inspected[] }[]> {
  const found = [];
  for (const file of dataset.files)
    found.push({ file, files: await inspectFiles(file.holds, dataset.folderOf(data)) });
  return found;
}

/** Looks at files in a folder, reading all of those that have the right length. */
export async function inspectFiles(files: readonly StoredFile[], folder: string): Promise<Inspected[]> {
  const found: Inspected[] = [];
  for (const file of files) found.push(await inspectFile(file, folder));
  return found;
}

async function inspectFile({ names, bytes, sha256 }: StoredFile, folder: string): Promise<Inspected> {
  const paths = names.map((name) => join(folder, name));
  const path = paths.find((candidate) => existsSync(candidate));
  if (path === undefined) return { path: paths[0], state: 'missing' };
  const different = (problem: string): Inspected => ({ path, state: 'different', problem });
  if (!statSync(path).isFile()) return different(`${path} must be a file, is a folder`);
  try {
    const found = await contentChecksum(path);
    if (found.bytes !== bytes) return different(`${path} holds ${found.bytes} bytes, expected ${bytes}`);
    if (found.sha256 !== sha256) return different(`${path} has SHA-256 ${found.sha256}, expected ${sha256}`);
    return { path, state: 'verified' };
  } catch (error) {
    return different((error as Error).message);
  }
}
