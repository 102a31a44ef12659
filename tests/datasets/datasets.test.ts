import { mkdirSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../src/datasets/dataFolder';
import { findDatasets } from '../../src/datasets/findDatasets';
import { cifarRecords, temporaryFolder, writeMnist } from '../support/dataFiles';

const folder = temporaryFolder();

describe('the data folder', () => {
  it('is data/ of the project', () => {
    expect(dataFolder({}, folder.path())).toBe(folder.path('data'));
    expect(dataFolder({ GAN_FIGURES_DATA: '' }, folder.path())).toBe(folder.path('data'));
  });

  it('is the one that GAN_FIGURES_DATA names, relative to the project', () => {
    mkdirSync(folder.path('mine'));
    expect(dataFolder({ GAN_FIGURES_DATA: folder.path('mine') }, '/elsewhere')).toBe(folder.path('mine'));
    expect(dataFolder({ GAN_FIGURES_DATA: 'mine' }, folder.path())).toBe(folder.path('mine'));
  });

  it('must exist and be a folder when it is named', () => {
    expect(() => dataFolder({ GAN_FIGURES_DATA: 'gone' }, folder.path())).toThrow(
      /must name a folder, got "gone"/,
    );
    writeFileSync(folder.path('file'), '');
    expect(() => dataFolder({ GAN_FIGURES_DATA: 'file' }, folder.path())).toThrow(
      /must name a folder, got "file"/,
    );
  });
});

describe('the data sets', () => {
  it('are counted', () => {
    writeMnist(folder);
    folder.write('cifar-10-batches-bin/data_batch_1.bin', cifarRecords(1, 2, 3));
    folder.write('cifar-10-batches-bin/test_batch.bin', cifarRecords(4));
    expect(findDatasets(folder.path())).toEqual([
      { name: 'mnist', folder: folder.path('mnist'), available: true, train: 60, test: 10 },
      { name: 'cifar10', folder: folder.path('cifar-10-batches-bin'), available: true, train: 3, test: 1 },
    ]);
  });

  it('are told by their files when they are missing', () => {
    expect(findDatasets(folder.path())).toMatchObject([
      { available: false, problem: expect.stringMatching(/^missing: train-images-idx3-ubyte.gz, /) },
      { available: false, problem: 'missing: data_batch_1.bin, test_batch.bin' },
    ]);
  });
});
