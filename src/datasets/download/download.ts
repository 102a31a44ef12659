import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { explained } from '../../files/fileProblem';
import { fileChecksum } from './checksum';
import { type FetchOptions, fetchPart, partSize } from './fetchPart';
import { MirrorProblem } from './mirrorProblem';
import type { RemoteFile } from './remoteDataset';

export interface DownloadOptions extends FetchOptions {
  /** Milliseconds before the mirrors are asked again, twice as long each time; 1,000 unless given. */
  pause?: number;
  /** Hears of a mirror that failed, once as long as it fails in the same way. */
  onProblem?: (message: string) => void;
}

const patience = 3; // rounds over the mirrors that bring nothing new
const mostRounds = 50;

/**
 * Fetches a file into `part` and checks it. Mirrors are asked one after the other, those that may do better several times; each goes
 * on where the last one ended. Bytes of which the checksum is wrong are thrown away.
 *
 * @throws Error naming the file and what was wrong with each URL; or why `part` cannot be written, with what has come kept
 */
export async function download(file: RemoteFile, part: string, options: DownloadOptions = {}): Promise<void> {
  const { signal, pause = 1000, onProblem } = options;
  const problems = new Map<string, string>();
  const wrong = new Set<string>();
  let urls = [...file.urls];
  let idle = 0;
  for (let round = 0; urls.length > 0 && idle < patience && round < mostRounds; round++) {
    if (round > 0) await setTimeout(pause * 2 ** idle, undefined, { signal });
    const before = partSize(part);
    for (const url of urls)
      try {
        const kept = await fetchPart(url, part, file.bytes, options);
        await verify(url, kept > 0 && !wrong.has(url));
        return;
      } catch (error) {
        if (signal?.aborted || !(error instanceof MirrorProblem)) throw explained(error, part);
        if (problems.get(url) !== error.message) onProblem?.(error.message);
        problems.set(url, error.message);
        if (!error.again) urls = urls.filter((other) => other !== url);
      }
    idle = partSize(part) > before ? 0 : idle + 1;
  }
  const expected = `expected ${file.bytes} bytes with SHA-256 ${file.sha256}`;
  throw new Error(`cannot fetch ${file.name}, ${expected}: ${[...problems.values()].join('; ')}`);

  /** @param again whether older bytes may be to blame, and not this URL */
  async function verify(url: string, again: boolean): Promise<void> {
    const { sha256 } = await fileChecksum(part);
    if (sha256 === file.sha256) return;
    rmSync(part);
    wrong.add(url);
    throw new MirrorProblem(url, `the file has SHA-256 ${sha256}, expected ${file.sha256}`, again);
  }
}
