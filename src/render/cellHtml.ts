import { createHash } from 'node:crypto';
import type { Figure } from '../figures/figure';
import { fontFace } from './fontFace';
import { figureJson } from './json';
import { livePlotScript, plainTitle, stillHtml } from './livePlot';
import { figureSize } from './size';

export interface CellOptions {
  /** The picture that stands in until the plot is drawn, and where scripts do not run. */
  png: Buffer;
  /** The library as {@link embeddedPlotly} gives it; without it the cell waits ten seconds for one that the page has. */
  plotlySource?: string;
}

/**
 * A piece of HTML for a notebook's output: the picture, which becomes the live plot when the page has plotly.js as
 * `window.Plotly`, or gets it within ten seconds from this or another cell.
 */
export async function cellHtml(figure: Figure, { png, plotlySource }: CellOptions): Promise<string> {
  const json = figureJson(figure);
  const id = createHash('sha256').update(json).digest('hex').slice(0, 16);
  return `<style>${await fontFace(json)}</style>
<div data-gan-figure="${id}" style="position:relative;max-width:${figureSize(figure).width}px">${stillHtml(figure, png, plainTitle(figure))}</div>
<script>
(() => {
  ${plotlySource === undefined ? '' : inflateScript(plotlySource)}
  const draw = ${livePlotScript(figure)};
  const deadline = Date.now() + 10000;
  for (const root of document.querySelectorAll('[data-gan-figure="${id}"]:not([data-started])')) {
    root.dataset.started = 'yes';
    const attempt = () => {
      if (window.Plotly) draw(root, window.Plotly);
      else if (Date.now() < deadline) setTimeout(attempt, 100);
    };
    attempt();
  }
})();
</script>
`;
}

/** Unpacks the library in the page, once: window.ganFiguresPlotly is the promise of the first cell that brought it. */
function inflateScript(source: string): string {
  return `if (!window.Plotly && !window.ganFiguresPlotly) window.ganFiguresPlotly = (async () => {
    const packed = Uint8Array.from(atob('${source}'), (c) => c.charCodeAt(0));
    const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
    const script = document.createElement('script');
    script.textContent = await new Response(unpacked).text();
    document.head.append(script);
  })();`;
}
