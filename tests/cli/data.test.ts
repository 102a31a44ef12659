import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { data } from '../../src/cli/data';
import type { RemoteDataset } from '../../src/datasets/download/remoteDataset';
import { unpackMembers } from '../../src/datasets/download/unpackMembers';
import { temporaryFolder } from '../support/dataFiles';
import { cutAfter, fileServer, stallAfter, status } from '../support/fileServer';
import { noise, remote, stored } from '../support/remoteFiles';
import { tarOf } from '../support/tarFile';

const folder = temporaryFolder();
const server = fileServer();
const [one, two] = [noise('one', 40_000), noise('two', 2000)];
const archive = gzipSync(
  tarOf([
    { path: 'set/one', content: one },
    { path: 'set/two', content: two },
    { path: 'set/three', content: 'unknown' },
  ]),
);

/** Two files that are kept as they are. */
const pair = (): RemoteDataset => ({
  name: 'pair',
  folderOf: (path) => `${path}/pair-files`,
  find: (path) => ({ name: 'pair', folder: path, available: true, train: 4, test: 2 }),
  files: [remote('one', one, server.serve('one', one)), remote('two', two, server.serve('two', two))],
});

/** The same two in an archive. */
const packed = (bytes: Buffer = archive, members = ['set/one', 'set/two']): RemoteDataset => ({
  name: 'packed',
  folderOf: (path) => `${path}/packed-files`,
  find: (path) => ({ name: 'packed', folder: path, available: false, problem: 'missing: all' }),
  files: [
    {
      ...remote('set.tgz', bytes, server.serve('set.tgz', bytes)),
      holds: [stored('one', one), stored('two', two)],
      unpack: (from, into) => unpackMembers(from, into, members),
    },
  ],
});

beforeEach(() => vi.stubEnv('GAN_FIGURES_DATA', folder.path()));
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** Runs the command. @returns exit code and what it printed, the folder of the test as `…` */
async function run(args: string[], datasets = [pair(), packed()]): Promise<{ code: number; text: string }> {
  let text = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += chunk;
    return true;
  });
  vi.spyOn(console, 'log').mockImplementation((line) => {
    text += `${line}\n`;
  });
  try {
    const code = await data(args, { datasets, pause: 1, stall: 1000 });
    return { code, text: text.replaceAll(folder.path(), '…') };
  } finally {
    vi.restoreAllMocks();
  }
}

const there = () => (readdirSync(folder.path(), { recursive: true }) as string[]).sort();
const wholePair = ['pair-files', 'pair-files/one', 'pair-files/two'];

describe('npm run data', () => {
  it('fetches a data set and leaves nothing else behind', async () => {
    const { code, text } = await run(['pair']);
    expect(code).toBe(0);
    expect(text).toBe(
      '✓ one  0.04 MB, SHA-256 as expected\n✓ two  0.002 MB, SHA-256 as expected\n✓ pair is in …/pair-files\n',
    );
    expect(there()).toEqual(wholePair);
    expect(readFileSync(folder.path('pair-files/one')).equals(one)).toBe(true);
  });

  it('fetches an archive and unpacks what belongs to the data set', async () => {
    expect((await run(['packed'])).code).toBe(0);
    expect(there()).toEqual(['packed-files', 'packed-files/one', 'packed-files/two']);
    expect(readFileSync(folder.path('packed-files/two')).equals(two)).toBe(true);
  });

  it('fetches several', async () => {
    expect((await run(['packed', 'pair'])).code).toBe(0);
    expect(there()).toHaveLength(6);
  });

  it('does not fetch what is there and right', async () => {
    await run(['pair']);
    const before = server.requests().length;
    const { code, text } = await run(['pair']);
    expect({ code, text }).toEqual({ code: 0, text: '✓ pair was there already, in …/pair-files\n' });
    expect(server.requests()).toHaveLength(before);
  });

  it('fetches the one file that is missing', async () => {
    folder.write('pair-files/one', one);
    folder.write('pair-files/mine.txt', 'mine');
    await run(['pair']);
    expect(server.requests()).toEqual(['two']);
    expect(there()).toEqual(['pair-files', 'pair-files/mine.txt', 'pair-files/one', 'pair-files/two']);
  });

  it('takes files that were fetched by other means, however they are compressed', async () => {
    folder.write('pair-files/one', gzipSync(one));
    folder.write('pair-files/two', two);
    await run(['pair']);
    expect(server.requests()).toEqual([]);
  });

  it('does not replace another file, unless --force says so', async () => {
    folder.write('pair-files/one', noise('mine', 40_000));
    await expect(run(['pair'])).rejects.toThrow(
      /pair-files.one has SHA-256 \w{64}, expected \w{64}; to replace it: npm run data -- pair --force$/,
    );
    expect(server.requests()).toEqual([]);
    expect((await run(['pair', '--force'])).code).toBe(0);
    expect(readFileSync(folder.path('pair-files/one')).equals(one)).toBe(true);
    expect(there()).toEqual(wholePair);
  });

  it('fetches again what is there, with --force', async () => {
    await run(['packed']);
    await run(['--force', 'packed']);
    expect(server.requests()).toEqual(['set.tgz', 'set.tgz']);
    expect(there()).toEqual(['packed-files', 'packed-files/one', 'packed-files/two']);
  });

  it('fetches from a mirror, named by its folder or by a file in it', async () => {
    for (const name of ['one', 'two']) server.serve(`m/${name}`, name === 'one' ? one : two);
    const folderUrl = server.serve('m/none', one).replace('/none', '');
    for (const url of [folderUrl, `${folderUrl}/`, `${folderUrl}/one`])
      await run(['pair', '--force', '--from', url]);
    expect(server.requests()).toEqual(['m/one', 'm/two', 'm/one', 'm/two', 'm/one', 'm/two']);
  });
});

describe('npm run data that fails', () => {
  it('puts nothing in place before all files have come, and goes on from there', async () => {
    const first = pair();
    server.serve('two', two, status(404));
    await expect(run(['pair'], [first])).rejects.toThrow(/^cannot fetch two, .*HTTP 404/);
    expect(there()).toEqual(['partial', 'partial/one.part']);
    expect((await run(['pair'])).code).toBe(0);
    expect(server.requests().filter((name) => name.startsWith('one'))).toEqual(['one']);
    expect(there()).toEqual(wholePair);
  });

  it('keeps what has come of a file', async () => {
    const set = packed();
    server.serve('set.tgz', archive, cutAfter(10_000), status(500));
    await expect(run(['packed'], [set])).rejects.toThrow('HTTP 500');
    expect(readFileSync(folder.path('partial/set.tgz.part'))).toHaveLength(10_000);
    expect((await run(['packed'])).code).toBe(0);
    expect(server.requests().at(-1)).toBe('set.tgz from 10000');
  });

  it('says what it keeps', async () => {
    const set = packed();
    server.serve('set.tgz', archive, cutAfter(10_000), status(404));
    const told: string[] = [];
    vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    vi.spyOn(console, 'log').mockImplementation((line) => told.push(line));
    await expect(data(['packed'], { datasets: [set], pause: 1 })).rejects.toThrow('HTTP 404');
    expect(told).toEqual([expect.stringMatching(/^the 0\.01 MB that have come are kept in .*; the same/)]);
  });

  it('leaves an older copy whole when --force brings nothing', async () => {
    await run(['pair']);
    const set = pair();
    server.serve('two', noise('other', 2000));
    await expect(run(['pair', '--force'], [set])).rejects.toThrow('SHA-256');
    expect(readFileSync(folder.path('pair-files/one')).equals(one)).toBe(true);
    expect(readFileSync(folder.path('pair-files/two')).equals(two)).toBe(true);
  });

  it('says what an archive lacks, and puts none of it in place', async () => {
    await expect(run(['packed'], [packed(archive, ['set/one'])])).rejects.toThrow('set.tgz: it lacks two');
    expect(there()).toEqual(['partial', 'partial/set.tgz.part']);
  });

  it('says that an archive is damaged', async () => {
    await expect(run(['packed'], [packed(noise('no archive', 5000))])).rejects.toThrow(
      /set\.tgz\.part cannot be unpacked/,
    );
    expect(existsSync(folder.path('packed-files'))).toBe(false);
  });

  it('says that a folder stands where a file should be, or a file where a folder should be', async () => {
    mkdirSync(folder.path('pair-files/one'), { recursive: true });
    await expect(run(['pair'])).rejects.toThrow(/pair-files.one must be a file, is a folder/);
    await expect(run(['pair', '--force'])).rejects.toThrow(
      /^cannot write .*pair-files.one: a folder stands where a file is needed \(EISDIR\)$/,
    );
    const before = server.requests().length;
    writeFileSync(folder.path('packed-files'), '');
    await expect(run(['packed'])).rejects.toThrow(/packed-files must be a folder, is a file/);
    writeFileSync(folder.path('partial'), '');
    await expect(run(['packed'])).rejects.toThrow(/partial: a file stands where a folder is needed/);
    expect(server.requests()).toHaveLength(before);
  });

  it.skipIf(!existsSync('/dev/full'))('says that the disk is full', async () => {
    mkdirSync(folder.path('partial'));
    symlinkSync('/dev/full', folder.path('partial/one.part'));
    await expect(run(['pair'])).rejects.toThrow(/^cannot write .*one\.part: the disk is full \(ENOSPC\)$/);
    expect(existsSync(folder.path('pair-files'))).toBe(false);
  });

  it('says that another run is at work', async () => {
    folder.write('partial/.lock', `${process.ppid}\n`);
    await expect(run(['pair'])).rejects.toThrow(
      /^another run \(process \d+\) is writing to .*partial; wait for it \(if/,
    );
  });

  it('that is interrupted says what it keeps, and ends with 130', async () => {
    const set = pair();
    server.serve('one', one, stallAfter(10_000));
    const ended = run(['pair'], [set]);
    await vi.waitUntil(
      () =>
        existsSync(folder.path('partial/one.part')) &&
        readFileSync(folder.path('partial/one.part')).length > 0,
    );
    process.emit('SIGINT');
    expect(await ended).toEqual({
      code: 130,
      text: 'interrupted: the 0.01 MB that have come are kept in …/partial; the same command goes on from there\n',
    });
    expect(there()).toEqual(['partial', 'partial/one.part']);
  });
});

describe('npm run data without a name', () => {
  it('says what is missing, how much is to come, and how to get it', async () => {
    expect((await run([])).text).toBe(
      [
        '✓ pair    4 train, 2 test in …/pair-files; missing: one, two',
        '          -> npm run data -- pair  fetches 0.04 MB',
        '– packed  missing: one, two (…/packed-files)',
        `          -> npm run data -- packed  fetches 0.04 MB`,
        '',
      ].join('\n'),
    );
  });

  it('says what is there, and what of it is not the original', async () => {
    await run(['pair']);
    folder.write('packed-files/one', 'mine');
    folder.write('partial/set.tgz.part', 'begun');
    expect((await run([])).text).toBe(
      [
        '✓ pair    4 train, 2 test in …/pair-files, verified',
        '– packed  not the original: …/packed-files/one holds 4 bytes, expected 40000',
        '          -> to replace it: npm run data -- packed --force',
        '',
      ].join('\n'),
    );
    expect(server.requests()).toEqual(['one', 'two']);
  });

  it('says how much has come already', async () => {
    folder.write('partial/set.tgz.part', noise('begun', 20_000));
    expect((await run([])).text).toContain('fetches 0.04 MB, of which 0.02 MB have come already');
  });
});

describe('the command line of npm run data', () => {
  it('has a help', async () => {
    const { code, text } = await run(['--help']);
    expect(code).toBe(0);
    expect(text).toMatch(/npm run data -- \[name\].*--from <URL>.*--force/s);
  });

  it.each([
    [['mnits'], 'unknown data set "mnits"; there are: pair, packed'],
    [['--force'], '--force needs the name of a data set; there are: pair, packed'],
    [['--from', 'http://a'], '--from needs the name of a data set; there are: pair, packed'],
    [
      ['pair', '--from', 'ftp://a'],
      '--from must be a URL that begins with http:// or https://, got "ftp://a"',
    ],
    [['pair', '--from', 'here'], '--from must be a URL that begins with http:// or https://, got "here"'],
    [['pair', 'packed', '--from', 'http://a'], '--from is for one data set, got pair, packed'],
    [['pair', '--fast'], "Unknown option '--fast'; there are: --from, --force, --help"],
  ])('%j is refused', async (args, message) => {
    await expect(run(args)).rejects.toThrow(message);
  });

  it('needs a folder that exists where GAN_FIGURES_DATA names one', async () => {
    vi.stubEnv('GAN_FIGURES_DATA', folder.path('gone'));
    await expect(run(['pair'])).rejects.toThrow(/GAN_FIGURES_DATA must name a folder, got/);
  });
});
