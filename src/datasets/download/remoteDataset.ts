import type { DatasetStatus } from '../findDatasets';

/** A file of a data set, as it lies in the data set's folder. */
export interface StoredFile {
  /** Its names, the one that a download gets first; any other counts as well. */
  names: readonly [string, ...string[]];
  /** Length and SHA-256 of the content; of a gzip file that is what it unzips to. */
  bytes: number;
  sha256: string;
}

/** What is fetched in one piece. */
export interface RemoteFile {
  name: string;
  /** Length and SHA-256 of the file as it is sent. */
  bytes: number;
  sha256: string;
  /** Where it is, in the order of trying. */
  urls: readonly string[];
  holds: readonly StoredFile[];
  /** Puts what it holds into a folder; absent where the file itself is what is kept. */
  unpack?(archive: string, into: string): Promise<void>;
}

/** A data set that can be fetched. */
export interface RemoteDataset {
  /** On the command line. */
  name: string;
  /** Where it lies below the data folder. */
  folderOf(data: string): string;
  /** What the loaders find there, be it the original or not. */
  find(data: string): DatasetStatus;
  files: readonly RemoteFile[];
}
