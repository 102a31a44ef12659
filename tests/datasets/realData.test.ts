import { describe, expect, test } from 'vitest';
import { cifar10 } from '../../src/datasets/cifar10';
import { dataFolder } from '../../src/datasets/dataFolder';
import { findDatasets } from '../../src/datasets/findDatasets';
import type { ImageSet } from '../../src/datasets/imageSet';
import { mnist } from '../../src/datasets/mnist';

// Only where the data sets are there: see data/README.md.
const [digits, photographs] = findDatasets(dataFolder());

/** Mean and standard deviation of each channel. */
function moments({ images, channels }: ImageSet): number[] {
  return Array.from({ length: channels }, (_, c) => {
    let [n, sum, squares] = [0, 0, 0];
    for (let i = c; i < images.length; i += channels, n++) {
      sum += images[i];
      squares += images[i] ** 2;
    }
    return [sum / n, Math.sqrt(squares / n - (sum / n) ** 2)];
  }).flat();
}

const rounded = (values: number[]) => values.map((value) => Number(value.toFixed(4)));

describe.skipIf(!digits.available)('the real MNIST', () => {
  test('has the known counts, labels and brightness', () => {
    expect(digits).toMatchObject({ train: 60000, test: 10000 });
    const test = mnist({ split: 'test', range: [0, 1] });
    expect([...test.labels.slice(0, 10)]).toEqual([7, 2, 1, 0, 4, 1, 4, 9, 5, 9]);
    expect(rounded(moments(test))).toEqual([0.1325, 0.3105]);
  });
});

describe.skipIf(!photographs.available)('the real CIFAR-10', () => {
  test('has the known first labels', () => {
    const { labels, classes } = cifar10({ limit: 10 });
    expect([...labels]).toEqual([6, 9, 9, 4, 1, 1, 2, 7, 8, 3]);
    expect(classes).toEqual('airplane automobile bird cat deer dog frog horse ship truck'.split(' '));
    expect([...cifar10({ split: 'test', limit: 10 }).labels]).toEqual([3, 8, 8, 0, 6, 6, 1, 6, 3, 1]);
  });

  test('is about as bright as it is known to be, in red, green and blue', () => {
    const found = moments(cifar10({ split: 'test', range: [0, 1], limit: 1000 }));
    [0.4942, 0.2467, 0.4851, 0.2429, 0.4504, 0.2616].forEach((value, i) => {
      expect(Math.abs(found[i] - value)).toBeLessThan(0.02);
    });
  });
});
