import type { Figure } from '../figures/figure';
import { escapeHtml } from './escapeHtml';
import { fontFace } from './fontFace';
import { figureJson } from './json';
import { livePlotScript, plainTitle, stillHtml } from './livePlot';
import { figureSize } from './size';

export interface HtmlOptions {
  /** The page's title. */
  title: string;
  /** The picture that stands in until the plot is drawn, and where scripts do not run. */
  png: Buffer;
  /** Where the page finds plotly.js: a relative address such as `../plotly.js`. */
  plotlyUrl: string;
}

/**
 * A whole page with the figure. It shows the picture at once and the live plot as soon as plotly.js is there; it works from
 * `file://` without a network and asks no host for anything. Its root element gets `data-drawn="yes"` when the plot stands.
 */
export async function renderHtml(figure: Figure, { title, png, plotlyUrl }: HtmlOptions): Promise<string> {
  const style = await fontFace(figureJson(figure));
  const { width, height } = figureSize(figure);
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<link rel="icon" href="data:,">
<style>
${style}
@page { size: ${width}px ${height}px; margin: 0 }
body { margin: 0; background: #fff }
#figure { position: relative; max-width: ${width}px; margin: 0 auto }
@media print { .modebar-container { display: none } }
</style>
</head>
<body>
<div id="figure">${stillHtml(figure, png, plainTitle(figure))}</div>
<script src="${escapeHtml(plotlyUrl)}"></script>
<script>
if (window.Plotly) (${livePlotScript(figure)})(document.getElementById('figure'), window.Plotly);
</script>
</body>
</html>
`;
}
