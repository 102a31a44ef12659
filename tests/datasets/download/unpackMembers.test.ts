import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { unpackMembers } from '../../../src/datasets/download/unpackMembers';
import { temporaryFolder } from '../../support/dataFiles';
import { type Member, tarOf } from '../../support/tarFile';

const folder = temporaryFolder();

/** Unpacks an archive. @returns what lies in the folder, and beside it */
async function unpacked(members: Member[], change = (archive: Buffer) => archive): Promise<string[]> {
  writeFileSync(folder.path('a.tar.gz'), change(gzipSync(tarOf(members))));
  mkdirSync(folder.path('in/to'), { recursive: true });
  await unpackMembers(folder.path('a.tar.gz'), folder.path('in/to'), ['set/a.bin', 'set/b.bin']);
  return (readdirSync(folder.path(), { recursive: true }) as string[]).sort();
}

const untouched = ['a.tar.gz', 'in', 'in/to'];

describe('an archive', () => {
  it('gives the files that are wanted, and no other', async () => {
    const files = await unpacked([
      { path: 'set/', type: 'Directory' },
      { path: 'set/a.bin', content: 'A' },
      { path: 'set/readme.html', content: 'no' },
      { path: 'set/b.bin', content: 'B' },
    ]);
    expect(files).toEqual([...untouched, 'in/to/a.bin', 'in/to/b.bin']);
    expect(readFileSync(folder.path('in/to/b.bin'), 'utf8')).toBe('B');
  });

  it.each([
    'set/../../a.bin',
    '../set/a.bin',
    '/set/a.bin',
    'set/sub/../a.bin',
    '/tmp/gan-figures-escaped',
    'other/a.bin',
  ])('does not lead elsewhere by the path %s', async (path) => {
    expect(await unpacked([{ path, content: 'bad' }])).toEqual(untouched);
  });

  it('does not lead elsewhere by a link', async () => {
    const files = await unpacked([
      { path: 'set/a.bin', type: 'SymbolicLink', linkpath: '/etc/passwd' },
      { path: 'set/b.bin', type: 'Link', linkpath: '/etc/passwd' },
      { path: 'set', type: 'SymbolicLink', linkpath: '..' },
      { path: 'set/a.bin', content: 'good' },
    ]);
    expect(files).toEqual([...untouched, 'in/to/a.bin']);
    expect(readFileSync(folder.path('in/to/a.bin'), 'utf8')).toBe('good');
  });

  it('that is damaged is named', async () => {
    const long = [{ path: 'set/a.bin', content: 'A'.repeat(5000) }];
    const named = /a\.tar\.gz cannot be unpacked: ./;
    await expect(unpacked(long, (archive) => archive.subarray(0, -20))).rejects.toThrow(named);
    await expect(unpacked(long, () => Buffer.from('<html>'.repeat(200)))).rejects.toThrow(named);
  });

  it('cannot be unpacked over a folder', async () => {
    mkdirSync(folder.path('in/to/a.bin/x'), { recursive: true });
    await expect(unpacked([{ path: 'set/a.bin', content: 'A' }])).rejects.toThrow(/in.to/);
  });
});
