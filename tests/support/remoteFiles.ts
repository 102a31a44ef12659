import { createHash } from 'node:crypto';
import type { RemoteFile, StoredFile } from '../../src/datasets/download/remoteDataset';

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

/** Bytes that look like nothing, from the name. */
export function noise(name: string, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length; at += 32)
    createHash('sha256').update(`${name} ${at}`).digest().copy(bytes, at);
  return bytes;
}

export const stored = (name: string, content: Buffer): StoredFile => ({
  names: [name],
  bytes: content.length,
  sha256: sha256(content),
});

/** A file to fetch that is kept as it is. */
export const remote = (name: string, content: Buffer, ...urls: string[]): RemoteFile => ({
  name,
  bytes: content.length,
  sha256: sha256(content),
  urls,
  holds: [stored(name, content)],
});
