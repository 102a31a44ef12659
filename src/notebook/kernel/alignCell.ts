import { SourceMap } from 'node:module';
import * as ts from '@tslab/typescript-for-tslab';

/** A place in a text; line and column count from 1. */
export interface Position {
  line: number;
  column: number;
}

interface Word extends Position {
  text: string;
}

/** Places in the compiled JavaScript to places in the cell, undefined where nothing corresponds. */
export type Locate = (compiled: Position) => Position | undefined;

const largestTable = 5e7; // entries of two bytes: cells of about 7000 words

/**
 * Finds for places of a compiled cell the places in its TypeScript that they come from.
 *
 * tslab compiles a cell in two steps, adds exports and keeps no source map. Compiling the cell once more, with a source
 * map, gives nearly the same JavaScript: the longest common subsequence of the words of both gives the place in
 * that one, and its source map the place in the cell.
 *
 * @param source the cell
 * @param compiled its JavaScript, as tslab's converter returns it
 */
export function alignCell(source: string, compiled: string): Locate {
  const { javascript, locate } = compile(source);
  const from = words(withoutAdditions(compiled));
  const to = words(javascript);
  if (from.length * to.length > largestTable) return () => undefined;
  const partner = longestCommonSubsequence(from, to);
  const place = (i: number) => (partner[i] === undefined ? undefined : locate(to[partner[i]]));
  return (at) => {
    const next = from.findIndex((word) => isBehind(word, at));
    const start = next === -1 ? from.length : next;
    const sameLine = (i: number) => from[i]?.line === at.line;
    for (let i = start; sameLine(i); i++) if (place(i)) return place(i);
    for (let i = start - 1; sameLine(i); i--) if (place(i)) return place(i);
    return undefined;
  };
}

/** The cell as plain JavaScript, and where in the cell its places come from. */
function compile(source: string): { javascript: string; locate: Locate } {
  const { outputText, sourceMapText } = ts.transpileModule(source, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext, sourceMap: true },
  });
  const map = new SourceMap(JSON.parse(sourceMapText!));
  return {
    javascript: outputText,
    locate({ line, column }) {
      const entry = map.findEntry(line - 1, column - 1); // counts from 0
      return 'originalLine' in entry
        ? { line: entry.originalLine + 1, column: entry.originalColumn + 1 }
        : undefined;
    },
  };
}

/** Whether `word` ends behind `at`: it is the first such word that a place belongs to. */
function isBehind(word: Word, at: Position): boolean {
  return word.line > at.line || (word.line === at.line && word.column + word.text.length > at.column);
}

function words(text: string): Word[] {
  return text.split('\n').flatMap((row, i) =>
    [...row.matchAll(/[\p{L}\p{Nd}_$]+/gu)].map((match) => ({
      text: match[0],
      line: i + 1,
      column: match.index + 1,
    })),
  );
}

/** The same text with the compiler's own lines (`exports.a = a;`, ...) emptied, so that they match nothing. */
function withoutAdditions(compiled: string): string {
  return compiled
    .replace(/^Object\.defineProperty\(exports, .*$/gm, '')
    .replace(/^(exports\.[\w$]+ = )+void 0;$/gm, '')
    .replace(/^exports\.([\w$]+) = \1;$/gm, '');
}

/** For each word of `a` the index of its partner in `b`, or undefined. */
function longestCommonSubsequence(a: Word[], b: Word[]): (number | undefined)[] {
  const width = b.length + 1;
  const length = new Uint16Array((a.length + 1) * width); // [i, j]: of a from i on and b from j on
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      length[i * width + j] =
        a[i].text === b[j].text
          ? length[(i + 1) * width + j + 1] + 1
          : Math.max(length[(i + 1) * width + j], length[i * width + j + 1]);
  const partner: (number | undefined)[] = a.map(() => undefined);
  for (let i = 0, j = 0; i < a.length && j < b.length; )
    if (a[i].text === b[j].text) partner[i++] = j++;
    else if (length[(i + 1) * width + j] >= length[i * width + j + 1]) i++;
    else j++;
  return partner;
}
