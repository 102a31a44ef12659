import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

/** Length of some bytes, and their SHA-256 as 64 hexadecimal digits. */
export interface Checksum {
  bytes: number;
  sha256: string;
}

/** The checksum of a file as it is. */
export function fileChecksum(path: string): Promise<Checksum> {
  return checksum(path, passOn());
}

/**
 * The checksum of a file's content: of what it unzips to where it begins as gzip files do, whatever its name.
 *
 * @throws Error naming the file when it cannot be unzipped
 */
export async function contentChecksum(path: string): Promise<Checksum> {
  if (!(await isGzip(path))) return fileChecksum(path);
  try {
    return await checksum(path, createGunzip());
  } catch (error) {
    throw new Error(`${path} is damaged: it cannot be unzipped (${(error as Error).message})`);
  }
}

async function checksum(path: string, through: Transform): Promise<Checksum> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(createReadStream(path), through, async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      hash.update(chunk);
      bytes += chunk.length;
    }
  });
  return { bytes, sha256: hash.digest('hex') };
}

const passOn = () => new Transform({ transform: (chunk, _, done) => done(null, chunk) });

async function isGzip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer[0] === 0x1f && buffer[1] === 0x8b;
  } finally {
    await file.close();
  }
}
