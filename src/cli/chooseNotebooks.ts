import { statSync } from 'node:fs';
import { listNotebooks, notebookName } from '../runner/notebookFile';
import { UsageError } from './usage';

/**
 * The notebooks of a folder, or those of them that are asked for by number or name.
 *
 * @throws UsageError when the folder has none, or one that is asked for is not there
 */
export function chooseNotebooks(folder: string, only: readonly string[]): string[] {
  const isFolder = statSync(folder, { throwIfNoEntry: false })?.isDirectory();
  const all = isFolder ? listNotebooks(folder) : [];
  if (all.length === 0)
    throw new UsageError(
      `there is no notebook in ${folder}; expected ${isFolder ? '' : 'a folder with '}files named NN-name.ipynb`,
    );
  const isMeant = (path: string, wanted: string) =>
    notebookName(path) === notebookName(wanted) ||
    notebookName(path).split('-')[0] === wanted.padStart(2, '0');
  for (const wanted of only)
    if (!all.some((path) => isMeant(path, wanted)))
      throw new UsageError(
        `unknown notebook ${JSON.stringify(wanted)}; there are: ${all.map(notebookName).join(', ')}`,
      );
  return only.length === 0 ? all : all.filter((path) => only.some((wanted) => isMeant(path, wanted)));
}
