import type { Figure } from '../figures/figure';
import { cellHtml } from '../render/cellHtml';
import { embeddedPlotly } from '../render/embeddedPlotly';
import { renderHtml } from '../render/html';
import { figureJson } from '../render/json';
import { figureSize, type Size } from '../render/size';

/** A figure in every form that is shown or saved. */
export interface DrawnFigure {
  svg: string;
  png: Buffer;
  /** A whole page, for a browser. */
  page: string;
  /** A fragment, for a notebook's output. */
  cell: string;
  json: string;
  /** CSS pixels. */
  size: Size;
}

/**
 * Draws a figure without a browser.
 *
 * @param title heading of the page
 * @param withLibrary whether the fragment brings Plotly itself (2.6 MB) or relies on an earlier one in the page
 */
export async function drawFigure(figure: Figure, title: string, withLibrary: boolean): Promise<DrawnFigure> {
  // Loaded here, not above: before it shows something a notebook should not wait for a document model and a rasteriser.
  const { renderSvg } = await import('../render/svg.js');
  const { renderPng } = await import('../render/png.js');
  const json = figureJson(figure);
  const svg = await renderSvg(figure);
  const png = renderPng(svg);
  return {
    svg,
    png,
    json,
    page: await renderHtml(figure, { title, png, plotlyUrl: '../plotly.js' }),
    cell: await cellHtml(figure, { png, plotlySource: withLibrary ? embeddedPlotly() : undefined }),
    size: figureSize(figure),
  };
}
