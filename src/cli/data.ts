import { dataFolder } from '../datasets/dataFolder';
import { type FetchDatasetOptions, partialFolder } from '../datasets/download/fetchDataset';
import type { RemoteDataset } from '../datasets/download/remoteDataset';
import { remoteDatasets } from '../datasets/download/remoteDatasets';
import { dataHelp, dataOptions } from './dataOptions';
import { formatChecks } from './doctor/check';
import { megabytes } from './downloadLine';
import { provideDataset } from './provideDataset';
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
      for (const dataset of options.chosen)
        await provideDataset(dataset, folder, options.force, { ...patience, signal });
      return true;
    } catch (error) {
      const kept = whatIsKept(options.chosen, folder);
      if (signal.aborted) console.log(`interrupted: ${kept ?? 'nothing has come yet'}`);
      else if (kept) console.log(kept);
      if (signal.aborted) return false;
      throw error;
    }
  });
  return finished ? 0 : 130;
}

/** Says what has come of downloads that did not end, undefined where nothing has. */
function whatIsKept(chosen: readonly RemoteDataset[], folder: string): string | undefined {
  const kept = chosen.reduce((sum, dataset) => sum + keptBytes(dataset, folder), 0);
  if (kept === 0) return undefined;
  return `the ${megabytes(kept)} MB that have come are kept in ${partialFolder(folder)}; the same command goes on from there`;
}
