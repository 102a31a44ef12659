import { mkdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cifar10 } from '../../src/datasets/cifar10';
import { findCifar10 } from '../../src/datasets/findCifar10';
import { cifarRecords, temporaryFolder } from '../support/dataFiles';

const folder = temporaryFolder();
const batch = (name: string) => `cifar-10-batches-bin/${name}`;
const load = (options: Parameters<typeof cifar10>[0] = {}) => cifar10({ ...options, folder: folder.path() });

describe('CIFAR-10', () => {
  it('is read from as many files as there are, of any length', () => {
    folder.write(batch('data_batch_1.bin'), cifarRecords(6, 9));
    folder.write(batch('data_batch_3.bin'), cifarRecords(4));
    folder.write(batch('test_batch.bin'), cifarRecords(3, 8, 8, 0));
    const set = load({ range: [0, 1] });
    expect(set).toMatchObject({
      source: 'CIFAR-10 (3 training images)',
      standIn: false,
      count: 3,
      rows: 32,
      columns: 32,
      channels: 3,
    });
    expect([...set.labels]).toEqual([6, 9, 4]);
    expect(set.classes[set.labels[0]]).toBe('frog');
    expect([...load({ split: 'test', limit: 2 }).labels]).toEqual([3, 8]);
    expect(findCifar10(folder.path())).toMatchObject({ available: true, train: 3, test: 4 });
  });

  it('has red, green and blue side by side, though the file has them one after the other', () => {
    folder.write(batch('data_batch_1.bin'), cifarRecords(0, 1));
    const { images } = load({ range: [0, 1] });
    for (const [i, k] of [
      [0, 0],
      [1, 33],
      [1, 1023],
    ])
      for (const c of [0, 1, 2])
        expect(images[(i * 1024 + k) * 3 + c]).toBeCloseTo(((k + c + 1) % 256) / 255, 6);
    expect(load().images[0]).toBeCloseTo(-1 + 2 / 255, 6);
  });

  it('takes the names of its classes from batches.meta.txt', () => {
    folder.write(batch('data_batch_1.bin'), cifarRecords(1));
    folder.write(batch('batches.meta.txt'), 'a\nb\nc\nd\ne\nf\ng\nh\ni\nj\n\n');
    expect(load().classes[1]).toBe('b');
    folder.write(batch('batches.meta.txt'), 'a\r\nb\r\n');
    expect(() => load()).toThrow(/batches.meta.txt must hold 10 names, one a line; got 2/);
  });

  it.each([
    ['empty', Buffer.alloc(0), /data_batch_2.bin is empty; expected records of 3073 bytes/],
    [
      'cut within a record',
      cifarRecords(1, 2).subarray(0, 3078),
      /data_batch_2.bin is damaged: 3078 bytes are not a whole number of records of 3073 bytes, 5 are left over/,
    ],
    [
      'of another data set',
      cifarRecords(1, 10, 2),
      /data_batch_2.bin: the label of record 1 must be from 0 to 9, got 10/,
    ],
  ])('is refused by name when a file is %s', (_, content, problem) => {
    folder.write(batch('data_batch_1.bin'), cifarRecords(1));
    folder.write(batch('data_batch_2.bin'), content);
    folder.write(batch('test_batch.bin'), cifarRecords(1));
    expect(() => load()).toThrow(problem);
    if (!problem.source.includes('label'))
      expect(findCifar10(folder.path())).toMatchObject({ problem: expect.stringMatching(problem) });
  });

  it('is refused when a folder stands in the place of a file', () => {
    mkdirSync(folder.path(batch('data_batch_1.bin')), { recursive: true });
    mkdirSync(folder.path(batch('test_batch.bin')));
    expect(() => load()).toThrow(/data_batch_1.bin must be a file, is a folder/);
    expect(findCifar10(folder.path())).toMatchObject({ problem: expect.stringContaining('is a folder') });
  });

  it('names the file that is missing, and what fetches it', () => {
    folder.write(batch('data_batch_1.bin'), cifarRecords(1));
    expect(() => load({ split: 'test' })).toThrow(
      /test_batch.bin is missing: npm run data -- cifar10 fetches it/,
    );
    expect(findCifar10(folder.path())).toMatchObject({
      available: false,
      problem: 'missing: test_batch.bin',
    });
  });

  it('has no more images than its files', () => {
    folder.write(batch('data_batch_1.bin'), cifarRecords(1, 2));
    expect(() => load({ limit: 3 })).toThrow(
      'cifar10: limit must be an integer from 1 to 2, the images there are; got 3',
    );
  });
});
