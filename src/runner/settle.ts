import { dirname } from 'node:path';
import { fileProblem } from '../files/fileProblem';
import { counted } from './counted';
import { describeCellError, type RunRecord } from './job';
import type { Outcome } from './launch';
import { commit, keepFailed, type Place } from './place';
import { provideLibrary } from './provideLibrary';
import type { Result } from './units';

/** Moves what a run wrote to where it belongs: the results' place, or the failed runs. */
export function settle(place: Place, outcome: Outcome, signal: AbortSignal): Partial<Result> {
  if (signal.aborted) return { problem: 'interrupted' };
  const { record, outputs } = outcome;
  const problem = outcome.problem ?? (record && problemOf(record));
  let kept: string | undefined;
  try {
    if (!problem) {
      commit(place);
      return { record, outputs };
    }
    kept = keepFailed(place);
    if (record?.figures.length) provideLibrary(dirname(kept)); // for the pages of the failed run
  } catch (error) {
    return { record, kept, problem: problem ?? fileProblem(error, place.folder) ?? (error as Error).message };
  }
  return { record, kept, problem };
}

function problemOf({ notebook, error, claims }: RunRecord): string | undefined {
  if (error) return describeCellError(notebook, error);
  const failed = claims.filter((claim) => !claim.holds).length;
  return failed > 0
    ? `${failed} of ${counted(claims.length, 'claim')} ${failed === 1 ? 'does' : 'do'} not hold`
    : undefined;
}

/** How a run ended, in a line (more where a cell failed). */
export function verdictLine({ label, record, problem }: Result): string {
  if (problem || !record) return `✗ ${label}  ${problem}`;
  const { seconds, claims, figures } = record;
  return `✓ ${label}  ${seconds} s, ${claims.length} of ${claims.length} claims hold, ${counted(figures.length, 'figure')}`;
}
