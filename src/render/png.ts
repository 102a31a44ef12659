import { Resvg } from '@resvg/resvg-js';
import { bundledFamily, fontFiles } from './font';

/**
 * An SVG from {@link renderSvg} as PNG. Only the bundled font is used, so that the picture is the same on every machine.
 *
 * @param options `scale` in image pixels a CSS pixel, default 2
 * @throws Error when the scale is not positive or the text is no SVG
 */
export function renderPng(svg: string, { scale = 2 }: { scale?: number } = {}): Buffer {
  if (!(scale > 0 && Number.isFinite(scale))) throw new Error(`scale must be a number > 0, got ${scale}`);
  const drawing = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: scale },
    font: { loadSystemFonts: false, fontFiles: Object.values(fontFiles), defaultFontFamily: bundledFamily },
  });
  return drawing.render().asPng();
}
