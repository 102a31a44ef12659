import type { Output } from './notebookFile';

/** What tslab hands over to be displayed. */
export interface DisplayContent {
  data: Record<string, unknown>;
  metadata: Record<string, unknown>;
  transient?: { display_id?: string };
}

/** Gathers the outputs of cells in the shape in which a notebook stores them. */
export interface OutputCollector {
  /** Outputs of each cell started so far. */
  cells: Output[][];
  startCell(): void;
  stream(name: string, text: string): void;
  /** Adds an output; with `update`, replaces the one of the same display id, in whichever cell it stands. */
  display(content: DisplayContent, update: boolean): void;
}

export function collectOutputs(): OutputCollector {
  const cells: Output[][] = [];
  const byId = new Map<string, Extract<Output, { output_type: 'display_data' }>>();
  const present = () => cells[cells.length - 1];
  return {
    cells,
    startCell: () => void cells.push([]),
    stream(name, text) {
      const last = present().at(-1);
      if (last?.output_type === 'stream' && last.name === name) last.text += text;
      else present().push({ output_type: 'stream', name, text });
    },
    display({ data, metadata, transient }, update) {
      const id = transient?.display_id;
      const shown = update && id !== undefined ? byId.get(id) : undefined;
      if (shown) {
        Object.assign(shown, { data, metadata });
        return;
      }
      const output = { output_type: 'display_data' as const, data, metadata };
      present().push(output);
      if (id !== undefined) byId.set(id, output);
    },
  };
}
