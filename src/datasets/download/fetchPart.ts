import { existsSync, rmSync, statSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { connection } from './connection';
import { MirrorProblem } from './mirrorProblem';
import { rangeStart } from './rangeStart';

export interface FetchOptions {
  signal?: AbortSignal;
  /** Milliseconds without any data after which a connection is given up; 30,000 unless given. */
  stall?: number;
  /** Hears how many bytes there are, those of earlier runs included. */
  onProgress?: (done: number) => void;
}

/**
 * Fetches a file of known length into `part`; what is there of it already is not fetched again, if the server can send the rest.
 * Whatever ends it early, what has come stays in `part`. Its content is not checked.
 *
 * @returns how many bytes were there before and have been kept
 * @throws MirrorProblem when the URL does not yield the file; Error of the file system; the signal's reason when it aborts
 */
export async function fetchPart(
  url: string,
  part: string,
  bytes: number,
  { signal, stall = 30_000, onProgress }: FetchOptions = {},
): Promise<number> {
  if (partSize(part) > bytes) rmSync(part);
  const have = partSize(part);
  if (have === bytes) return have;

  const line = connection(url, stall, signal);
  try {
    const headers = { 'accept-encoding': 'identity', ...(have > 0 && { range: `bytes=${have}-` }) };
    const response = await line.wait(fetch(url, { headers, signal: line.signal }));
    const start = rangeStart(url, response, have, bytes);
    if (start === undefined) {
      rmSync(part);
      throw new MirrorProblem(url, 'it cannot send the rest of the file', true);
    }
    await writeFrom(start, part, bytes, piecesOf(response, line.wait), url, onProgress);
    return start;
  } finally {
    line.close(); // what is left of the answer is not wanted
  }
}

/** The length of a part, 0 where there is none. @throws Error when a folder stands there */
export function partSize(part: string): number {
  if (!existsSync(part)) return 0;
  const found = statSync(part);
  if (found.isDirectory()) throw new Error(`${part} must be a file, is a folder`);
  return found.size;
}

async function* piecesOf(
  { body }: Response,
  wait: <T>(answer: Promise<T>) => Promise<T>,
): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  while (reader) {
    const { value, done } = await wait(reader.read());
    if (done) return;
    yield value;
  }
}

async function writeFrom(
  start: number,
  part: string,
  bytes: number,
  pieces: AsyncIterable<Uint8Array>,
  url: string,
  onProgress?: (done: number) => void,
): Promise<void> {
  const file = await open(part, start > 0 ? 'r+' : 'w');
  try {
    let at = start;
    onProgress?.(at);
    for await (const piece of pieces) {
      if (at + piece.length > bytes)
        throw new MirrorProblem(url, `it sends more than the expected ${bytes} bytes`, false);
      const end = at + piece.length;
      while (at < end) at += (await file.write(piece, piece.length - (end - at), end - at, at)).bytesWritten;
      onProgress?.(at);
    }
    if (at < bytes) throw new MirrorProblem(url, `it ended after ${at} of ${bytes} bytes`, true);
    await file.sync();
  } finally {
    await file.close();
  }
}
