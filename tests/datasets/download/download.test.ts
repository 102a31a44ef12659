import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type DownloadOptions, download } from '../../../src/datasets/download/download';
import type { RemoteFile } from '../../../src/datasets/download/remoteDataset';
import { temporaryFolder } from '../../support/dataFiles';
import { cutAfter, fileServer, stallAfter, status, unmeasured, whole } from '../../support/fileServer';
import { noise, remote, sha256 } from '../../support/remoteFiles';

const folder = temporaryFolder();
const server = fileServer();
const content = noise('a', 200_000);

const part = () => folder.path('a.part');
const kept = () => (existsSync(part()) ? readFileSync(part()).length : 0);
const fetchIt = (file: RemoteFile, options: DownloadOptions = {}) =>
  download(file, part(), { pause: 1, stall: 2000, ...options });

/** Fetches a file that must arrive. */
async function arrives(...urls: string[]): Promise<void> {
  await fetchIt(remote('a', content, ...urls));
  expect(readFileSync(part()).equals(content)).toBe(true);
}

const failure = (...urls: string[]): Promise<string> =>
  fetchIt(remote('a', content, ...urls)).then(
    () => 'no failure',
    (error) => error.message,
  );

describe('a download', () => {
  it('brings a file', async () => {
    await arrives(server.serve('a', content));
    expect(server.requests()).toEqual(['a']);
  });

  it('goes on where the connection was cut', async () => {
    await arrives(server.serve('a', content, cutAfter(50_000), cutAfter(50_000), whole));
    expect(server.requests()).toEqual(['a', 'a from 50000', 'a from 100000']);
  });

  it('goes on where an earlier run was stopped', async () => {
    writeFileSync(part(), content.subarray(0, 120_000));
    await arrives(server.serve('a', content));
    expect(server.requests()).toEqual(['a from 120000']);
  });

  it('asks nobody when all of it has come already', async () => {
    writeFileSync(part(), content);
    await arrives(server.serve('a', content));
    expect(server.requests()).toEqual([]);
  });

  it('goes on from another mirror', async () => {
    await arrives(server.serve('a', content, cutAfter(50_000)), server.serve('b', content));
    expect(server.requests()).toEqual(['a', 'b from 50000']);
  });

  it('gives a connection up on which nothing comes, and asks again', async () => {
    const file = remote('a', content, server.serve('a', content, stallAfter(50_000), stallAfter(0), whole));
    await fetchIt(file, { stall: 150 });
    expect(server.requests()).toEqual(['a', 'a from 50000', 'a from 50000']);
    expect(sha256(readFileSync(part()))).toBe(file.sha256);
  });

  it('waits for a server that is busy', async () => {
    await arrives(server.serve('a', content, status(503), status(429), whole));
    expect(server.requests()).toEqual(['a', 'a', 'a']);
  });

  it('starts anew at a server that sends no parts', async () => {
    writeFileSync(part(), noise('old', 120_000));
    await arrives(server.serve('a', content, whole));
  });

  it('starts anew when what was there belongs to another version of the file', async () => {
    writeFileSync(part(), noise('old', 120_000));
    await arrives(server.serve('a', content));
    expect(server.requests()).toEqual(['a from 120000', 'a']);
  });

  it('starts anew when more was there than there should be', async () => {
    writeFileSync(part(), noise('old', 220_000));
    await arrives(server.serve('a', content));
    expect(server.requests()).toEqual(['a']);
  });

  it('starts anew when the server cannot send the rest', async () => {
    writeFileSync(part(), content.subarray(0, 120_000));
    await arrives(server.serve('a', content, status(416), whole));
  });

  it('takes a file whose length the server does not say', async () => {
    await arrives(server.serve('a', content, unmeasured));
  });

  it('takes the second mirror when the first has another file, or none, or is gone', async () => {
    const good = server.serve('a', content);
    for (const bad of [
      server.serve('other', noise('other', 200_000)),
      server.serve('short', noise('short', 100)),
      server.serve('none', content, status(404)),
      'http://127.0.0.1:2/a',
    ]) {
      await arrives(bad, good);
      writeFileSync(part(), '');
    }
  });

  it('tells how much is there, from where it goes on', async () => {
    writeFileSync(part(), content.subarray(0, 120_000));
    const seen: number[] = [];
    await fetchIt(remote('a', content, server.serve('a', content)), { onProgress: (n) => seen.push(n) });
    expect(seen[0]).toBe(120_000);
    expect(seen.at(-1)).toBe(200_000);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  it('tells of a mirror that fails, once', async () => {
    const told: string[] = [];
    const file = remote('a', content, server.serve('a', content, status(500)));
    await expect(fetchIt(file, { onProblem: (text) => told.push(text) })).rejects.toThrow();
    expect(told).toEqual([expect.stringMatching(/\/a: HTTP 500/)]);
    expect(server.requests()).toEqual(['a', 'a', 'a']);
  });
});

describe('a download that fails', () => {
  it('names the file, what was expected, and what is wrong with each URL, in one line', async () => {
    const [first, second] = [
      server.serve('a', content, status(404)),
      server.serve('b', content, status(500)),
    ];
    expect(await failure(first, second)).toBe(
      `cannot fetch a, expected 200000 bytes with SHA-256 ${sha256(content)}: ` +
        `${first}: HTTP 404 Not Found; ${second}: HTTP 500 Internal Server Error`,
    );
    expect(server.requests().filter((name) => name === 'a')).toHaveLength(1);
  });

  it('says which checksum is wrong, and keeps nothing of it', async () => {
    const other = noise('other', 200_000);
    expect(await failure(server.serve('a', other))).toContain(
      `the file has SHA-256 ${sha256(other)}, expected ${sha256(content)}`,
    );
    expect(kept()).toBe(0);
    expect(server.requests()).toEqual(['a']);
  });

  it('starts anew only once for the sake of a wrong checksum', async () => {
    writeFileSync(part(), noise('old', 120_000));
    await failure(server.serve('a', noise('other', 200_000), cutAfter(150_000)));
    expect(server.requests().filter((name) => name === 'a').length).toBeLessThanOrEqual(2);
  });

  it('says that a file has another length, before fetching it', async () => {
    expect(await failure(server.serve('a', noise('short', 100)))).toContain(
      'the file there has 100 bytes, expected 200000',
    );
    writeFileSync(part(), content.subarray(0, 50));
    expect(await failure(server.serve('a', noise('short', 100)))).toContain(
      'the file there has 100 bytes, expected 200000',
    );
  });

  it('stops at a server that sends too much', async () => {
    expect(await failure(server.serve('a', noise('long', 300_000), unmeasured))).toContain(
      'it sends more than the expected 200000 bytes',
    );
  });

  it('says where a server ended too early', async () => {
    expect(await failure(server.serve('a', content.subarray(0, 1000), unmeasured))).toContain(
      '/a: it ended after 1000 of 200000 bytes',
    );
  });

  it('says that a connection was refused, or was cut', async () => {
    expect(await failure('http://127.0.0.1:2/a')).toContain('the connection was refused (ECONNREFUSED)');
    expect(await failure(server.serve('a', content, cutAfter(0)))).toContain('the connection was cut');
  });

  it('says for how long nothing came, and keeps what did', async () => {
    const file = remote('a', content, server.serve('a', content, stallAfter(1000), stallAfter(0)));
    await expect(fetchIt(file, { stall: 100 })).rejects.toThrow('nothing came for 0.1 s');
    expect(kept()).toBe(1000);
  });

  it('does not take what is compressed on the way', async () => {
    const url = server.serve('a', content, (_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' }).end();
    });
    expect(await failure(url)).toContain('it sends the file with the encoding gzip');
  });

  it('ends when it is told to, and keeps what has come', async () => {
    const controller = new AbortController();
    const file = remote('a', content, server.serve('a', content, stallAfter(1000)));
    const onProgress = (done: number) => done > 0 && controller.abort();
    await expect(fetchIt(file, { signal: controller.signal, onProgress })).rejects.toThrow(/abort/i);
    expect(kept()).toBe(1000);
  });

  it.skipIf(!existsSync('/dev/full'))('says that the disk is full, and asks no other mirror', async () => {
    symlinkSync('/dev/full', part());
    expect(await failure(server.serve('a', content), server.serve('b', content))).toMatch(
      /^cannot write .*a\.part: the disk is full \(ENOSPC\)$/,
    );
    expect(server.requests()).toEqual(['a']);
  });

  it('says that it cannot write where a folder stands, or where there is no folder', async () => {
    mkdirSync(part());
    expect(await failure(server.serve('a', content))).toMatch(/a\.part must be a file, is a folder$/);
    await expect(
      download(remote('a', content, server.serve('a', content)), folder.path('gone/a.part')),
    ).rejects.toThrow(/^cannot write .*gone\/a\.part: its folder is gone/);
  });
});
