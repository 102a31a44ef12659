import { existsSync } from 'node:fs';
import { cifar10 } from './cifar10';
import { cifar10Folder } from './cifar10Files';
import { dataFolder } from './dataFolder';
import type { ImageOptions, ImageSet } from './imageSet';
import { mnist } from './mnist';
import { mnistFolder } from './mnistFiles';
import type { StandInOptions } from './standIns/generate';
import { glyphs } from './standIns/glyphs';
import { proceduralImages } from './standIns/proceduralImages';

/** Where a notebook's images come from. */
export interface LoadOptions extends ImageOptions {
  limit: number;
  seed: number;
  /**
   * - `standIn` (the default): generated images, whatever lies in the data folder; so the outputs that are committed, and those of
   *   everybody who runs the same command, do not depend on who has fetched what.
   * - `real`: the data set; an error says how to get it where it is missing.
   * - `auto`: the data set where its folder is there, else the stand-in. For `paper` presets and exploring.
   *
   * The presets `smoke` and `quick` of a notebook say `standIn`; `npm run figures -- --set data=real` asks for the data set.
   */
  data?: string;
}

type Loader = (options: LoadOptions) => ImageSet;

/**
 * Digits, 28 x 28 in grey: MNIST, or procedural glyphs in its place; `source` says which, for the figure. `limit` images are
 * drawn by `seed`.
 *
 * @throws Error when `data` is none of `standIn`, `real`, `auto`; otherwise as `mnist` and `glyphs`
 */
export const loadDigits: Loader = loader('loadDigits', mnist, mnistFolder, glyphs);

/**
 * Small colour images, 32 x 32: CIFAR-10, or procedural images in its place; `source` says which, for the figure. `limit` images are
 * drawn by `seed`.
 *
 * @throws Error when `data` is none of `standIn`, `real`, `auto`; otherwise as `cifar10` and `proceduralImages`
 */
export const loadColourImages: Loader = loader('loadColourImages', cifar10, cifar10Folder, proceduralImages);

function loader(
  name: string,
  real: (options: ImageOptions) => ImageSet,
  folderOf: (data: string) => string,
  standIn: (options: StandInOptions) => ImageSet,
): Loader {
  return ({ data = 'standIn', ...options }) => {
    const generated = () => standIn({ ...options, count: options.limit });
    if (data === 'standIn') return generated();
    if (data === 'real') return real(options);
    if (data === 'auto') return existsSync(folderOf(dataFolder())) ? real(options) : generated();
    throw new Error(`${name}: data must be standIn, real or auto, got ${JSON.stringify(data)}`);
  };
}
