import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { explained } from '../files/fileProblem';
import type { DrawnFigure } from './draw';

/**
 * Writes the four files of a figure into `folder`.
 *
 * @returns the files' names
 * @throws Error saying why it cannot be written, e.g. that the disk is full
 */
export async function saveFigure(folder: string, name: string, drawn: DrawnFigure): Promise<string[]> {
  const files = { svg: drawn.svg, png: drawn.png, html: drawn.page, json: drawn.json };
  const names = Object.keys(files).map((ending) => `${name}.${ending}`);
  for (const [i, content] of Object.values(files).entries()) {
    const path = join(folder, names[i]);
    await writeFile(path, content).catch((error) => {
      throw explained(error, path);
    });
  }
  return names;
}
