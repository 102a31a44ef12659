import type { Figure } from '../figures/figure';
import { stream } from '../rng/stream';
import { checkFigure } from './checkFigure';
import { fontFace } from './fontFace';
import { figureJson } from './json';
import { plotlyWindow } from './plotlyWindow';
import { figureSize } from './size';

let last: Promise<unknown> = Promise.resolve();

/**
 * The figure as SVG, drawn by plotly.js in jsdom: no browser needed. The letters it uses are inside it, so that it looks the
 * same everywhere. The same figure gives the same bytes. A figure with a slider is drawn at its active step.
 *
 * About a second for a process's first figure, then 0.1 to 0.5 s each. Two-dimensional traces only.
 *
 * @throws Error when plotly does not know what the figure asks for, naming it
 */
export function renderSvg(figure: Figure): Promise<string> {
  const json = figureJson(figure);
  // one after the other: random ids are seeded for each drawing
  const drawing = last.then(() => draw(json, figure));
  last = drawing.catch(() => undefined);
  return drawing;
}

async function draw(json: string, figure: Figure): Promise<string> {
  const window = plotlyWindow();
  const copy = window.JSON.parse(json);
  checkFigure(window, copy);
  // plotly marks clip paths with random ids: drawn from the figure itself they are the same each time, yet unlike another's
  window.Math.random = stream(0, json).uniform;
  try {
    const options = { format: 'svg', imageDataOnly: true, ...figureSize(figure) } as const;
    const svg: string = await window.Plotly.toImage({ data: copy.data, layout: copy.layout }, options);
    const style = `<style>${await fontFace(json)}</style>`;
    return `${svg.replace(/<svg[^>]*>/, (open) => open + style)}\n`;
  } finally {
    window.document.body.replaceChildren();
  }
}
