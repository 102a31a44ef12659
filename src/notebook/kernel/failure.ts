import { sep } from 'node:path';
import { inspect } from 'node:util';
import type { Position } from './alignCell';

/** Why a cell failed, in the terms of the Jupyter protocol. */
export interface Failure {
  ename: string;
  evalue: string;
  traceback: string[];
}

/** What the compiler objects to; line and column count from 1. */
export interface Complaint extends Position {
  /** Another file than the cell, if it stands there. */
  file?: string;
  /** Number of the message, as in TS2322. */
  code: number;
  text: string;
}

/** What errors are explained with. */
export interface Surroundings {
  /** Source of a cell by its title, e.g. `cell [3]`. */
  sourceOf(title: string): string | undefined;
  /** Folder that file names are shown relative to. */
  root: string;
}

const innerFrames = 6; // where it was thrown
const outerFrames = 2; // the cell that runs
const placeInCell = /(cell \[\d+\]):(\d+):\d+/;
const notForReaders =
  /\(?node:|[/\\]tslab[/\\]dist[/\\]|[/\\]notebook[/\\]kernel[/\\]|at (async )?cell \[\d+\]$/;

/** The failure of a cell that was stopped by its reader. */
export function stoppedFailure(): Failure {
  return {
    ename: 'Interrupted',
    evalue: 'the cell was stopped',
    traceback: ['Interrupted: the cell was stopped'],
  };
}

/**
 * The failure of a cell that threw: name and message, the line of the cell that it came from, and a short stack.
 *
 * @param thrown anything; what is no Error is shown as console.log would show it
 */
export function thrownFailure(thrown: unknown, { sourceOf, root }: Surroundings): Failure {
  if (!(thrown instanceof Error)) {
    const evalue = inspect(thrown);
    return { ename: 'Thrown', evalue, traceback: [`Thrown: ${evalue}`] };
  }
  const ename = nameOf(thrown);
  const evalue = thrown.message;
  const frames = framesOf(thrown, root);
  const traceback = [`${ename}: ${evalue}`, ...causes(thrown)];
  const [, title, line] = frames.join('\n').match(placeInCell) ?? [];
  const source = sourceOf(title);
  if (source !== undefined) traceback.push('', ...excerpt(title, source, Number(line)));
  if (frames.length > 0) traceback.push('', ...shortened(frames));
  return { ename, evalue, traceback };
}

/** The failure of a cell that does not compile. @param complaints at least one */
export function compileFailure(complaints: Complaint[], title: string, source: string): Failure {
  const ename = 'TypeScriptError';
  const rows = complaints.map(
    ({ file, line, column, code, text }) =>
      `${file ? `${file} ` : ''}line ${line}:${column} - ${text} (TS${code})`,
  );
  const more = rows.length > 1 ? ` (and ${rows.length - 1} more)` : '';
  const here = complaints.find((complaint) => !complaint.file);
  const traceback = rows.map((row) => `${ename}: ${row}`);
  if (here) traceback.push('', ...excerpt(title, source, here.line));
  return { ename, evalue: rows[0] + more, traceback };
}

/** `cell [3], line 2:` and that line between its neighbours, marked. */
function excerpt(title: string, source: string, line: number): string[] {
  const rows = source.split('\n');
  const first = Math.max(1, line - 2);
  const last = Math.min(rows.length, line + 2);
  const width = String(last).length;
  const shown = rows.slice(first - 1, last).map((row, i) => {
    const number = first + i;
    return `${number === line ? '-->' : '   '} ${String(number).padStart(width)} | ${row}`;
  });
  return [`${title}, line ${line}:`, ...shown];
}

function nameOf(error: Error): string {
  return error.name === 'Error' ? (error.constructor?.name ?? 'Error') : error.name;
}

function causes(error: Error): string[] {
  const rows: string[] = [];
  for (let { cause } = error; cause !== undefined && rows.length < 5; cause = (cause as Error)?.cause)
    rows.push(`caused by ${cause instanceof Error ? `${nameOf(cause)}: ${cause.message}` : inspect(cause)}`);
  return rows;
}

function framesOf(error: Error, root: string): string[] {
  return (String(error.stack).match(/^ {4}at .*$/gm) ?? [])
    .filter((row) => !notForReaders.test(row))
    .map((row) => row.replace(`${root}${sep}`, '').replace('at Proxy.', 'at ')); // tslab's exports are a Proxy
}

function shortened(frames: string[]): string[] {
  if (frames.length <= innerFrames + outerFrames) return frames;
  return [...frames.slice(0, innerFrames), '    ...', ...frames.slice(-outerFrames)];
}
