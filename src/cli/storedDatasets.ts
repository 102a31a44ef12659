import { basename } from 'node:path';
import { partOf } from '../datasets/download/fetchDataset';
import { partSize } from '../datasets/download/fetchPart';
import { inspectDataset } from '../datasets/download/inspectFiles';
import type { RemoteDataset } from '../datasets/download/remoteDataset';
import type { Check } from './doctor/check';
import { megabytes } from './downloadLine';

/** What of a data set has come in earlier runs that did not end, in bytes. */
export function keptBytes({ files }: RemoteDataset, data: string): number {
  return files.reduce((sum, file) => sum + partSize(partOf(data, file)), 0);
}

/** A line of `npm run data`: whether a data set is there, and how to get it. */
export async function checkStored(dataset: RemoteDataset, data: string): Promise<Check> {
  const what = dataset.name;
  const command = `npm run data -- ${what}`;
  const folder = dataset.folderOf(data);
  const inspected = await inspectDataset(dataset, data);
  const found = inspected.flatMap(({ files }) => files);
  const status = dataset.find(data);
  const count = status.available ? `${status.train} train, ${status.test} test in ${folder}` : undefined;
  const different = found.find(({ state }) => state === 'different');
  if (different)
    return {
      state: count ? 'ok' : 'absent',
      what,
      detail: `${count ? `${count}; ` : ''}not the original: ${different.problem}`,
      remedy: `to replace it: ${command} --force`,
    };
  const missing = found.filter(({ state }) => state === 'missing').map(({ path }) => basename(path));
  if (missing.length === 0) return { state: 'ok', what, detail: `${count ?? folder}, verified` };
  const size = inspected
    .filter(({ files }) => files.some(({ state }) => state === 'missing'))
    .reduce((sum, { file }) => sum + file.bytes, 0);
  const kept = keptBytes(dataset, data);
  return {
    state: count ? 'ok' : 'absent',
    what,
    detail: `${count ? `${count}; ` : ''}missing: ${missing.join(', ')}${count ? '' : ` (${folder})`}`,
    remedy: `${command}  fetches ${megabytes(size)} MB${kept > 0 ? `, of which ${megabytes(kept)} MB have come already` : ''}`,
  };
}
