import type { Converter } from 'tslab/dist/converter';
import { alignCell, type Locate } from './alignCell';
import type { Complaint } from './failure';
import type { CellInStack } from './stackTraces';

/** A cell that was run: what its stack frames and compile errors refer to. */
export interface RememberedCell extends CellInStack {
  source: string;
  complaints: Complaint[];
}

export interface RememberedCells {
  /** The next conversion is that of this cell. @param title what people call it, e.g. `cell [3]` */
  start(title: string, source: string): RememberedCell;
  /** A converter that does what `converter` does, and gives compiled cells a file name for stacks. */
  watch(converter: Converter): Converter;
  /** The cell of a file name in a stack, `cell-3.ts`. */
  find(file: string): RememberedCell | undefined;
  /** The source of the latest cell of that title. */
  sourceOf(title: string): string | undefined;
}

export function rememberCells(): RememberedCells {
  const cells = new Map<string, RememberedCell>();
  let file = '';

  function start(title: string, source: string): RememberedCell {
    file = `cell-${cells.size + 1}.ts`;
    const cell = { title, source, complaints: [], locate: () => undefined };
    cells.set(file, cell);
    return cell;
  }

  function watch(converter: Converter): Converter {
    return {
      ...converter,
      convert(previous, source) {
        const result = converter.convert(previous, source);
        const cell = cells.get(file);
        if (!cell) throw new Error('a cell was converted before it was started');
        cell.complaints = result.diagnostics.map(({ start, fileName, code, messageText }) => ({
          line: start.line + 1,
          column: start.character + 1,
          file: fileName,
          code,
          text: messageText,
        }));
        if (!result.output) return result;
        cell.locate = locator(source, result.output, result.hasToplevelAwait === true);
        return { ...result, output: `${result.output}\n//# sourceURL=${file}` };
      },
    };
  }

  return {
    start,
    watch,
    find: (name) => cells.get(name),
    sourceOf: (title) => [...cells.values()].findLast((cell) => cell.title === title)?.source,
  };
}

function locator(source: string, compiled: string, isAsync: boolean): Locate {
  // tslab puts this before the first line of the compiled cell
  const opening = `(${isAsync ? 'async ' : ''}function(exports, require) { `.length;
  let align: Locate | undefined;
  return ({ line, column }) => {
    align ??= alignCell(source, compiled); // takes milliseconds, and only an error needs it
    return align({ line, column: line === 1 ? column - opening : column });
  };
}
