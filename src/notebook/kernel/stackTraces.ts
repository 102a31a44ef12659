import type { Locate } from './alignCell';

/** A cell as stacks refer to it. */
export interface CellInStack {
  /** What people call it, e.g. `cell [3]`. */
  title: string;
  locate: Locate;
}

const place = /(cell-\d+\.ts):(\d+):(\d+)/g;

/**
 * Replaces places in compiled cells, `cell-3.ts:17:5`, by places in the cells, `cell [3]:9:1`. A place that has no
 * counterpart loses its line rather than show a wrong one.
 *
 * @param find the cell of a file name
 */
export function relocate(text: string, find: (file: string) => CellInStack | undefined): string {
  return text.replace(place, (whole, file: string, line: string, column: string) => {
    const cell = find(file);
    if (!cell) return whole;
    const at = cell.locate({ line: Number(line), column: Number(column) });
    return at ? `${cell.title}:${at.line}:${at.column}` : cell.title;
  });
}

/** From now on every `error.stack` of this process names lines of cells, and holds more than Node's ten frames. */
export function nameCellsInStacks(find: (file: string) => CellInStack | undefined): void {
  Error.stackTraceLimit = 100; // the cell is the outermost frame of a call into a library
  Error.prepareStackTrace = (error, sites) =>
    relocate([`${error}`, ...sites.map((site) => `    at ${site}`)].join('\n'), find);
}
