import { existsSync, readFileSync } from 'node:fs';
import { deserialize, serialize } from 'node:v8';
import { cacheFolder } from '../files/cacheFolder';
import { explained } from '../files/fileProblem';
import { keyedFile } from '../files/keyedFile';
import { writeAtomic } from '../files/writeAtomic';
import type { Ending } from './course';
import type { PlayerData } from './snapshot';

/** Where and how often a training keeps its state. */
export interface CheckpointOptions {
  /** First part of the file's name, e.g. `07-dcgan`; letters, digits, `.`, `_` and `-`. */
  name: string;
  /** Seconds between two saves; default 60. A training that ended is saved in any case. */
  everySeconds?: number;
  /** Default: the cache folder, see `cacheFolder`. */
  folder?: string;
}

/** The state of a training at one moment. */
export interface Saved<H> {
  /** Steps made. */
  done: number;
  /** Why the training ended; absent while it runs. */
  ending?: Ending;
  players: Record<string, PlayerData>;
  history: H;
  /** Digest of the players after the first step, which tells whether the same code and settings go on. */
  firstStep: number[];
}

/** The file of one training. */
export interface Checkpoint<H> {
  path: string;
  /** @throws Error when the file is damaged or belongs to other settings */
  load(): Saved<H> | undefined;
  /** Saves when `everySeconds` went by since the last save or the start, or the training ended. */
  save(state: () => Saved<H>, ended: boolean): void;
}

const format = 1;

/**
 * The checkpoint of a training with these settings. They are part of the file's name as a hash, so that trainings with
 * other settings, another seed or another backend do not meet in one file.
 *
 * @throws Error when the name is not as described or everySeconds is not >= 0
 */
export function openCheckpoint<H>(
  { name, everySeconds = 60, folder = cacheFolder() }: CheckpointOptions,
  settings: Record<string, unknown>,
): Checkpoint<H> {
  if (!(everySeconds >= 0)) throw new Error(`checkpoint: everySeconds must be >= 0, got ${everySeconds}`);
  const { path, hash: key } = keyedFile('checkpoint', { name, folder }, writtenDown(settings), '.training');
  let savedAt = performance.now();
  return {
    path,
    load: () => (existsSync(path) ? read<H>(path, key) : undefined),
    save(state, ended) {
      const now = performance.now();
      if (!ended && now - savedAt < 1000 * everySeconds) return;
      savedAt = now;
      write(path, { format, key, ...state() });
    },
  };
}

/** Settings as a text: of a record with a name the name, of a function its code. */
function writtenDown(settings: Record<string, unknown>): string {
  return JSON.stringify(settings, (_, value) => {
    if (typeof value === 'function') return String(value);
    return typeof value?.name === 'string' ? value.name : value;
  });
}

function read<H>(path: string, key: string): Saved<H> {
  let content: Saved<H> & { format?: number; key?: string };
  try {
    content = deserialize(readFileSync(path));
    if (content.format !== format) throw new Error(`its format is ${content.format}, not ${format}`);
  } catch (error) {
    throw new Error(`${path} is damaged or no checkpoint; delete it to start anew`, { cause: error });
  }
  if (content.key !== key) throw new Error(`${path} belongs to other settings; delete it to start anew`);
  return content;
}

function write(path: string, content: object): void {
  let bytes: Buffer;
  try {
    bytes = serialize(content);
  } catch (error) {
    throw new Error(`checkpoint: what evaluate measured cannot be stored: ${(error as Error).message}`, {
      cause: error,
    });
  }
  try {
    writeAtomic(path, bytes);
  } catch (error) {
    throw explained(error, path);
  }
}
