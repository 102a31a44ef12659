import { mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeAtomic } from '../files/writeAtomic';
import { plotlyFile } from '../render/plotlyFile';

/** Puts Plotly into a folder of results, for the pages in its subfolders; does nothing when the same is there. */
export function provideLibrary(folder: string): void {
  const source = plotlyFile();
  const target = join(folder, 'plotly.js');
  if (statSync(target, { throwIfNoEntry: false })?.size === statSync(source).size) return;
  mkdirSync(dirname(target), { recursive: true });
  writeAtomic(target, readFileSync(source));
}
