import { findCifar10 } from './findCifar10';
import { findMnist } from './findMnist';

/** What of a data set is there, in records; `problem` says what is missing or damaged. */
export type DatasetStatus =
  | { name: string; folder: string; available: true; train: number; test: number }
  | { name: string; folder: string; available: false; problem: string };

/** Looks for the data sets below `folder`, reading no more than their headers. */
export function findDatasets(folder: string): DatasetStatus[] {
  return [findMnist(folder), findCifar10(folder)];
}
