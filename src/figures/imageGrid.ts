import type { Layout } from 'plotly.js-dist';
import { labelled, type Numbers, numbers, type Text } from './checks';
import type { Figure } from './figure';
import { mosaic } from './mosaic';
import { type FigureOptions, fontSizes, themeLayout } from './theme';
import { textWidth } from './titles';

export interface ImageGridOptions extends FigureOptions {
  /** Pixels of all images in one array, [n, h, w, c] row by row. */
  images: Numbers;
  /** c is 1 (grey) or 3 (red, green, blue). */
  shape: readonly [n: number, h: number, w: number, c: number];
  /** The values of black and of white. */
  range: readonly [-1, 1] | readonly [0, 1];
  /** Images in a row. */
  columns: number;
  rowLabels?: readonly Text[];
  columnLabels?: readonly Text[];
}

/**
 * Images side by side, every pixel a crisp square: each image pixel is a whole number of screen pixels at the figure's own size.
 *
 * The pictures go into one PNG inside the figure, so that its JSON stays small. The default size follows the images.
 *
 * @returns one trace, one picture of all images with white between them
 * @throws Error when the shape does not fit the number of pixels, a value lies outside the range (clip or rescale first), or
 *   there are not as many labels as rows or columns
 */
export function imageGrid(options: ImageGridOptions): Figure {
  const { shape, range, columns, title, rowLabels, columnLabels } = options;
  labelled({ title });
  const [n, h, w] = shape;
  const values = numbers('images', options.images);
  checkShape(shape, values.length, columns);
  checkRange(values, range);
  const rows = Math.ceil(n / columns);
  checkLabels('rowLabels', rowLabels, rows);
  checkLabels('columnLabels', columnLabels, columns);
  const { source, width, height, gap } = mosaic({ values, shape, range, columns });
  const ratio = Math.max(1, Math.min(12, Math.floor(760 / width), Math.floor(640 / height)));
  const labelWidths = (rowLabels ?? []).map((label) => textWidth(label, fontSizes.tick));
  const left = Math.round(20 + Math.max(0, ...labelWidths));
  const figureWidth = options.width ?? Math.max(320, width * ratio + left + 20);
  const theme = themeLayout({ title, width: figureWidth });
  const top = theme.margin!.t! + (columnLabels ? 22 : 0);
  const hidden = {
    showgrid: false,
    zeroline: false,
    ticks: '' as const,
    showline: false,
    ticklabelstandoff: 6,
  };
  const centres = (count: number, size: number) =>
    Array.from({ length: count }, (_, i) => i * (size + gap) + (size - 1) / 2);
  const layout: Partial<Layout> = {
    ...themeLayout({ title, width: figureWidth, height: options.height ?? height * ratio + top + 20 }),
    margin: { l: left, r: 20, t: top, b: 20 },
    xaxis: {
      ...hidden,
      range: [-0.5, width - 0.5],
      constrain: 'domain',
      side: 'top',
      ...ticks(columnLabels, centres(columns, w)),
    },
    yaxis: {
      ...hidden,
      range: [height - 0.5, -0.5],
      constrain: 'domain',
      scaleanchor: 'x',
      ...ticks(rowLabels, centres(rows, h)),
    },
    showlegend: false,
  };
  return { data: [{ type: 'image', source, hoverinfo: 'skip', name: title }], layout };
}

function ticks(labels: readonly Text[] | undefined, at: number[]) {
  if (!labels) return { showticklabels: false };
  return {
    tickmode: 'array' as const,
    tickvals: at,
    ticktext: [...labels],
    tickfont: { size: fontSizes.tick },
  };
}

function checkShape(shape: ImageGridOptions['shape'], pixels: number, columns: number): void {
  const [n, h, w, c] = shape;
  for (const [name, size] of Object.entries({ n, h, w, columns }))
    if (!(Number.isInteger(size) && size >= 1))
      throw new Error(`${name} must be a whole number >= 1, got ${size}`);
  if (c !== 1 && c !== 3) throw new Error(`shape must be [n, h, w, c] with c 1 or 3, got c ${c}`);
  if (n * h * w * c !== pixels)
    throw new Error(`shape [${shape.join(', ')}] needs ${n * h * w * c} pixel values, got ${pixels}`);
}

function checkRange(values: number[], [low, high]: readonly number[]): void {
  const bad = values.findIndex((v) => v < low - 1e-6 || v > high + 1e-6);
  if (bad >= 0)
    throw new Error(
      `images must lie in [${low}, ${high}], got ${values[bad]} at ${bad}: clip or rescale them first`,
    );
}

function checkLabels(name: string, labels: readonly Text[] | undefined, count: number): void {
  if (labels && labels.length !== count)
    throw new Error(`${name} must have ${count} texts, got ${labels.length}`);
}
