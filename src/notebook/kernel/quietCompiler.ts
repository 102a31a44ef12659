import { basename } from 'node:path';
import * as ts from '@tslab/typescript-for-tslab';

type System = Pick<typeof ts.sys, 'watchDirectory' | 'watchFile'>;

const unwatched = { close: () => {} };
let quiet = false;

/**
 * Makes tslab's compiler, in this process, look at folders and package files once instead of watching them. tslab allows
 * one pending rebuild and throws on a second, which no cell awaits; a file created anywhere above the notebook while a cell
 * runs (a commit, an install) starts one that it does not expect. Source files are still watched. A module that is
 * installed after a cell failed to import it is found after a restart.
 */
export function quietCompiler(system: System = ts.sys): void {
  if (quiet && system === ts.sys) return;
  quiet ||= system === ts.sys;
  const { watchFile } = system;
  system.watchDirectory = () => unwatched;
  system.watchFile = (path, ...rest) =>
    basename(path) === 'package.json' || !watchFile ? unwatched : watchFile.call(system, path, ...rest);
}
