import { join } from 'node:path';
import { writeAtomic } from '../files/writeAtomic';
import { indexPage } from './indexPage';
import type { RunRecord } from './job';
import { jsonText } from './json';
import { readResults } from './results';

/**
 * Writes `README.md` and `claims.json` from all results in a folder.
 *
 * @returns the path of the index
 */
export function writeIndex(folder: string): string {
  const records = readResults(folder);
  const index = join(folder, 'README.md');
  writeAtomic(join(folder, 'claims.json'), jsonText(records.flatMap(claimsOf)));
  writeAtomic(index, indexPage(records));
  return index;
}

function claimsOf({ notebook, seed, preset, backend, claims }: RunRecord): unknown[] {
  return claims.map((claim) => ({ notebook, seed, preset, backend, ...claim }));
}
