import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { contentChecksum, fileChecksum } from '../../../src/datasets/download/checksum';
import { temporaryFolder } from '../../support/dataFiles';

const folder = temporaryFolder();
// FIPS 180-2, appendix B.1
const abc = { bytes: 3, sha256: 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad' };

it('is SHA-256', async () => {
  folder.write('abc', 'abc');
  expect(await fileChecksum(folder.path('abc'))).toEqual(abc);
  expect(await contentChecksum(folder.path('abc'))).toEqual(abc);
});

it('of a content is the same however it was compressed, and whatever its name', async () => {
  for (const level of [0, 9]) {
    folder.write('abc', gzipSync('abc', { level }));
    expect(await contentChecksum(folder.path('abc'))).toEqual(abc);
    expect(await fileChecksum(folder.path('abc'))).not.toEqual(abc);
  }
});

it('of an empty file is that of nothing', async () => {
  folder.write('empty', '');
  expect((await contentChecksum(folder.path('empty'))).sha256).toMatch(/^e3b0c44298fc1c14/);
});

it('of a cut gzip file is refused', async () => {
  folder.write('cut', gzipSync('abc').subarray(0, -4));
  await expect(contentChecksum(folder.path('cut'))).rejects.toThrow(/cut is damaged: it cannot be unzipped/);
});
