import { mkdirSync, rmdirSync } from 'node:fs';
import { type FetchDatasetOptions, fetchDataset, partialFolder } from '../datasets/download/fetchDataset';
import { inspectDataset } from '../datasets/download/inspectFiles';
import type { RemoteDataset } from '../datasets/download/remoteDataset';
import { explained } from '../files/fileProblem';
import { lockFolder } from '../runner/lock';
import { terminalWidth } from '../runner/status';
import { createDownloadLine, megabytes } from './downloadLine';

/**
 * Fetches what is missing of a data set, and tells a person how far it is.
 *
 * @param force fetches all of it, and replaces what is another file than the original
 * @throws Error as `fetchDataset`; without `force` also naming the file that is there and is not the original
 */
export async function provideDataset(
  dataset: RemoteDataset,
  folder: string,
  force: boolean,
  options: FetchDatasetOptions,
): Promise<void> {
  const { stdout } = process;
  const line = createDownloadLine((text) => stdout.write(text), terminalWidth(stdout));
  const inspected = await inspectDataset(dataset, folder);
  const different = inspected.flatMap(({ files }) => files).find(({ state }) => state === 'different');
  if (different && !force)
    throw new Error(`${different.problem}; to replace it: ${command(dataset)} --force`);
  const wanted = inspected
    .filter(({ files }) => force || files.some(({ state }) => state !== 'verified'))
    .map(({ file }) => file);
  if (wanted.length > 0)
    await withPartialFolder(folder, () =>
      fetchDataset(dataset, wanted, folder, {
        ...options,
        onProgress: ({ name, bytes }, done) => line.update(name, done, bytes),
        onProblem: (message) => line.print(`– ${message}`),
        onVerified: ({ name, bytes }) => line.print(`✓ ${name}  ${megabytes(bytes)} MB, SHA-256 as expected`),
      }).catch((error) => {
        line.clear();
        throw error;
      }),
    );
  const state = wanted.length > 0 ? 'is in' : 'was there already, in';
  line.print(`✓ ${dataset.name} ${state} ${dataset.folderOf(folder)}`);
}

const command = ({ name }: RemoteDataset) => `npm run data -- ${name}`;

/** Does work while no other process may write to the folder of partial downloads; removes that when it ends up empty. */
async function withPartialFolder(data: string, work: () => Promise<void>): Promise<void> {
  const folder = partialFolder(data);
  let release: () => void;
  try {
    mkdirSync(folder, { recursive: true });
    release = lockFolder(folder, '');
  } catch (error) {
    throw explained(error, folder);
  }
  try {
    await work();
  } finally {
    release();
    try {
      rmdirSync(folder);
    } catch {} // not empty: it keeps what has come
  }
}
