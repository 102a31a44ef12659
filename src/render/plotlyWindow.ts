import { readFileSync } from 'node:fs';
import { Script } from 'node:vm';
import { type DOMWindow, JSDOM, VirtualConsole } from 'jsdom';
import type Plotly from 'plotly.js-dist';
import { shimCanvas } from './canvasShim';
import { shimGeometry } from './geometryShim';
import { plotlyFile } from './plotlyFile';

/** A jsdom window in which plotly.js runs. */
export interface PlotlyWindow extends DOMWindow {
  Plotly: typeof Plotly;
  Math: Math;
  JSON: JSON;
}

let opened: PlotlyWindow | undefined;

/**
 * The process's one window with plotly.js: opened at the first call (about a second), then kept.
 * It has no network and runs no scripts but plotly.js.
 */
export function plotlyWindow(): PlotlyWindow {
  if (opened) return opened;
  const dom = new JSDOM('<!DOCTYPE html><title>figures</title><body></body>', {
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    virtualConsole: new VirtualConsole(),
  });
  shimCanvas(dom.window);
  shimGeometry(dom.window);
  Object.assign(dom.window, { TextDecoder, TextEncoder });
  dom.window.URL.createObjectURL = () => 'blob:unused';
  new Script(readFileSync(plotlyFile(), 'utf8'), { filename: plotlyFile() }).runInContext(
    dom.getInternalVMContext(),
  );
  opened = dom.window as PlotlyWindow;
  keepSchema(opened);
  return opened;
}

/** Plotly gathers its description of everything it can draw anew for each figure that it checks: 0.2 s, once is enough. */
function keepSchema({ Plotly }: PlotlyWindow): void {
  const { PlotSchema } = Plotly as unknown as { PlotSchema: { get(): unknown } };
  const schema = PlotSchema.get();
  PlotSchema.get = () => schema;
}
