import type { Figure } from '../figures/figure';
import { escapeHtml } from './escapeHtml';
import { bundledFamily } from './font';
import { figureJson } from './json';
import { figureSize } from './size';

/** Settings of the live plot: no logo, no uploads; its camera saves SVG. */
const config = { displaylogo: false, toImageButtonOptions: { format: 'svg' } } as const;

/**
 * JavaScript for a page: an expression whose value is a function `(root, Plotly) => Promise` that draws the live plot into
 * `root`'s `.live` element and then takes the picture in its `.still` away. Until then, and if anything fails, the picture
 * stays. The plot is as wide as the page allows, at most the figure's own width, and keeps its proportions.
 */
export function livePlotScript(figure: Figure): string {
  const { width, height } = figureSize(figure);
  return `async (root, Plotly) => {
  const figure = ${escapeScript(figureJson(figure).trimEnd())};
  const live = root.querySelector('.live'), still = root.querySelector('.still');
  const size = () => {
    const width = Math.max(280, Math.min(${width}, root.clientWidth || ${width}));
    return { width, height: Math.round(width * ${height / width}) };
  };
  await document.fonts.load('12px "${bundledFamily}"').catch(() => undefined);
  live.style.cssText = 'position:absolute;visibility:hidden';
  try {
    await Plotly.newPlot(live, { ...figure, layout: { ...figure.layout, ...size() }, config: ${JSON.stringify(config)} });
  } catch (error) {
    live.remove();
    throw error;
  }
  live.style.cssText = '';
  still.remove();
  addEventListener('resize', () => live.isConnected && size().width !== live.layout.width && Plotly.relayout(live, size()));
  root.dataset.drawn = 'yes';
}`;
}

/** JSON that may stand inside a `<script>`: it can neither end the element nor break a line of the script. */
export function escapeScript(json: string): string {
  return json.replace(/[<\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** The picture and the place of the live plot: what livePlotScript works on. */
export function stillHtml(figure: Figure, png: Buffer, alt: string): string {
  const { width, height } = figureSize(figure);
  const source = `data:image/png;base64,${png.toString('base64')}`;
  const style = 'display:block;width:100%;height:auto';
  return `<img class="still" alt="${escapeHtml(alt)}" width="${width}" height="${height}" style="${style}" src="${source}"><div class="live"></div>`;
}

/** The figure's title without markup. */
export function plainTitle({ layout }: Figure): string {
  return (layout.title?.text ?? 'figure').replace(/<br>/g, ' ').replace(/<[^>]*>/g, '');
}
