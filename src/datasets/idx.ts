import { closeSync, openSync, readSync } from 'node:fs';
import { constants, gunzipSync } from 'node:zlib';
import { fileSize, readBytes } from './readBytes';

/** What an IDX file of MNIST holds: the number it begins with, and how many numbers describe its size. */
const kinds = {
  images: { magic: 2051, dimensions: 3 },
  labels: { magic: 2049, dimensions: 1 },
} as const;

export type IdxKind = keyof typeof kinds;

/** Numbers of an IDX file, one byte each. */
export interface Idx {
  /** [count, rows, columns] of images, [count] of labels. */
  shape: number[];
  /** Where the numbers begin; those before are the head. */
  offset: number;
}

/**
 * Reads an IDX file of bytes: as big-endian 32-bit integers the magic number, count, and for images rows and columns; then one byte
 * a pixel or label. Compressed with gzip or not: its first bytes say, whatever its name.
 *
 * @throws Error when it is missing, holds something else, or is shorter or longer than its head says
 */
export function readIdx(path: string, kind: IdxKind, remedy: string): { shape: number[]; bytes: Uint8Array } {
  const stored = readBytes(path, remedy);
  const content = isGzip(stored) ? unzipped(path, stored) : stored;
  const { shape, offset } = readHead(path, kind, content, content.length);
  return { shape, bytes: content.subarray(offset) };
}

/**
 * What {@link readIdx} would find, from the first bytes and the length alone: of a gzip file that is what its last 4 bytes say.
 *
 * @throws Error as `readIdx`, except for damage in the middle of a gzip file
 */
export function peekIdx(path: string, kind: IdxKind, remedy: string): number[] {
  const size = fileSize(path, remedy);
  const first = readPart(path, 0, Math.min(size, 4096));
  if (!isGzip(first)) return readHead(path, kind, first, size).shape;
  const last = readPart(path, Math.max(0, size - 4), Math.min(4, size));
  return readHead(path, kind, unzipped(path, first, constants.Z_SYNC_FLUSH), last.readUInt32LE(0)).shape;
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** @param finishFlush `Z_SYNC_FLUSH` to take what there is of a part of a file */
function unzipped(path: string, bytes: Buffer, finishFlush?: number): Buffer {
  try {
    return gunzipSync(bytes, { finishFlush });
  } catch (error) {
    throw new Error(`${path} is damaged: it cannot be unzipped (${(error as Error).message})`);
  }
}

function readHead(path: string, kind: IdxKind, head: Buffer, length: number): Idx {
  const { magic, dimensions } = kinds[kind];
  const offset = 4 * (1 + dimensions);
  if (head.length < 4 || head.readUInt32BE(0) !== magic)
    throw new Error(`${path} must hold ${kind} and begin with the number ${magic}, got ${beginning(head)}`);
  if (head.length < offset)
    throw new Error(`${path} is damaged: its head takes ${offset} bytes, got ${length}`);
  const shape = Array.from({ length: dimensions }, (_, i) => head.readUInt32BE(4 * (i + 1)));
  const expected = offset + shape.reduce((product, side) => product * side, 1);
  if (length !== expected)
    throw new Error(`${path} is damaged: ${shape.join(' x ')} ${kind} take ${expected} bytes, got ${length}`);
  return { shape, offset };
}

/** What a file begins with, in words. */
function beginning(head: Buffer): string {
  if (head.length < 4) return `${head.length} bytes in all`;
  const number = head.readUInt32BE(0);
  const other = (Object.keys(kinds) as IdxKind[]).find((name) => kinds[name].magic === number);
  if (other) return `${number}: it holds ${other}`;
  const text = head.toString('latin1', 0, 40);
  return /^[\x20-\x7e\s]+$/.test(text) ? `the text ${JSON.stringify(text)}` : String(number);
}

function readPart(path: string, from: number, length: number): Buffer {
  const part = Buffer.alloc(length);
  const file = openSync(path, 'r');
  try {
    return part.subarray(0, readSync(file, part, 0, length, from));
  } finally {
    closeSync(file);
  }
}
