import { mkdirSync, rmdirSync } from 'node:fs';
import { dataFolder } from '../datasets/dataFolder';
import { type FetchDatasetOptions, fetchDataset, partialFolder } from '../datasets/download/fetchDataset';
import { inspectDataset } from '../datasets/download/inspectFiles';
import { type RemoteDataset, remoteDatasets } from '../datasets/download/remoteDatasets';
import { explained } from '../files/fileProblem';
import { lockFolder } from '../runner/lock';
import { terminalWidth } from '../runner/status';
import { type DataOptions, dataHelp, dataOptions } from './dataOptions';
import { formatChecks } from './doctor/check';
import { createDownloadLine, megabytes } from './downloadLine';
import { checkStored, keptBytes } from './storedDatasets';
import { untilSignal } from './untilSignal';

/** What tests replace. */
export type DataSettings = Pick<FetchDatasetOptions, 'stall' | 'pause'> & {
  datasets?: readonly RemoteDataset[];
};

/**
 * `npm run data`: fetches data sets, or lists what is there of them. See {@link dataHelp}.
 *
 * @returns exit code: 0 all is there, 1 a problem that has been printed, 130 interrupted
 */
export async function data(args: string[], settings: DataSettings = {}): Promise<number> {
  const { datasets = remoteDatasets, ...patience } = settings;
  const options = dataOptions(args, datasets);
  if (options.help) {
    process.stdout.write(dataHelp(datasets));
    return 0;
  }
  const folder = dataFolder();
  if (options.chosen.length === 0) {
    const checks = [];
    for (const dataset of datasets) checks.push(await checkStored(dataset, folder));
    process.stdout.write(formatChecks(checks));
    return 0;
  }
  const { result: finished } = await untilSignal(async (signal) => {
    try {
      for (const dataset of options.chosen) await provide(dataset, folder, options, { ...patience, signal });
      return true;
    } catch (error) {
      if (signal.aborted) return false;
      throw error;
    }
  });
  if (finished) return 0;
  console.log(interrupted(options.chosen, folder));
  return 130;
}

/** Fetches what is missing of a data set. @throws Error naming the file that is there and is not the right one */
async function provide(
  dataset: RemoteDataset,
  folder: string,
  { force }: DataOptions,
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

function interrupted(chosen: readonly RemoteDataset[], folder: string): string {
  const kept = chosen.reduce((sum, dataset) => sum + keptBytes(dataset, folder), 0);
  return kept === 0
    ? 'interrupted: nothing has come yet'
    : `interrupted: the ${megabytes(kept)} MB that have come are kept in ${partialFolder(folder)}; the same command goes on from there`;
}
