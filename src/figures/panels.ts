import type { Data, Layout } from 'plotly.js-dist';
import { labelled, nonEmpty, type Text } from './checks';
import type { Figure } from './figure';
import { axisNumbers, type Place, panelAxes, type Rename, renamer } from './panelAxes';
import { inPanel } from './panelTrace';
import { type FigureOptions, fontSizes, themeLayout } from './theme';
import { wrap } from './titles';

export interface PanelsOptions extends FigureOptions {
  /** Panels in a row; all in one row when left out, at most three. */
  columns?: number;
}

/** The room that a panel needs around its plot area, in CSS pixels. */
interface Room {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Width and height of a panel with its labels, in CSS pixels. */
const panelSize = { width: 430, height: 350 } as const;
const legendHeight = 34;

/**
 * Figures side by side, each with its own axes and its title above it. Series with the same name and colour share one legend
 * entry, which switches them in all panels at once.
 *
 * @param figures any of this room's figures without a slider; put the slider around the panels
 * @returns all traces, panel by panel
 * @throws Error on no figures, a figure with frames, a number of columns that is no whole number >= 1, or a missing title
 */
export function panels(figures: readonly Figure[], options: PanelsOptions): Figure {
  const { title, columns = Math.min(3, figures.length) } = options;
  labelled({ title });
  nonEmpty('figures', figures);
  if (!(Number.isInteger(columns) && columns >= 1))
    throw new Error(`columns must be a whole number >= 1, got ${columns}`);
  const framed = figures.findIndex(({ frames, layout }) => frames || layout.sliders);
  if (framed >= 0) throw new Error(`figure ${framed} has a slider: put the slider around the panels`);

  const rows = Math.ceil(figures.length / columns);
  const legend = figures.some(
    ({ data, layout }) => layout.showlegend !== false && data.some(({ name }) => name),
  );
  const width = options.width ?? columns * panelSize.width;
  const top = themeLayout({ title, width }).margin!.t! - 20; // the panels' own titles keep a distance too
  const around = top + (legend ? legendHeight : 0);
  const height = options.height ?? rows * panelSize.height + around;
  const plotHeight = height - around;
  const cell = { width: width / columns, height: plotHeight / rows };
  const titles = figures.map((figure) => panelTitle(figure, cell.width));
  const titleRoom = 20 + 18 * Math.max(...titles.map((text) => text.split('<br>').length));
  const data: Data[] = [];
  const layout: Partial<Layout> = {
    ...themeLayout({ title, width, height }),
    margin: { l: 0, r: 0, t: top, b: 0 },
    annotations: [],
    showlegend: legend,
  };
  const seen = new Set<string>();
  let used = 0;
  figures.forEach((figure, index) => {
    const place = placeOf(index, columns, rows, cell, { ...roomOf(figure), top: titleRoom });
    const count = axisNumbers(figure).length;
    const rename = renamer(figure, used);
    used += count;
    data.push(...figure.data.map((trace) => inPanel(trace, figure, { rename, place, seen, width })));
    Object.assign(layout, panelAxes(figure, rename, place), shared(figure.layout));
    layout.annotations!.push(heading(titles[index], place), ...remarks(figure, rename));
  });
  return { data, layout };
}

function roomOf({ data, layout }: Figure): Omit<Room, 'top'> {
  const bar = data.some((trace) => 'colorbar' in trace);
  const bare = layout.yaxis?.title === undefined;
  return { left: bare ? 40 : 82, right: bar ? 104 : layout.yaxis2 ? 74 : 22, bottom: bare ? 14 : 62 };
}

function placeOf(
  index: number,
  columns: number,
  rows: number,
  cell: { width: number; height: number },
  room: Room,
): Place {
  const [column, row] = [index % columns, Math.floor(index / columns)];
  const [width, height] = [columns * cell.width, rows * cell.height];
  return {
    x: [(column * cell.width + room.left) / width, ((column + 1) * cell.width - room.right) / width],
    y: [1 - ((row + 1) * cell.height - room.bottom) / height, 1 - (row * cell.height + room.top) / height],
  };
}

function panelTitle({ layout }: Figure, width: number): Text {
  const text = (layout.title?.text ?? '').replaceAll('<br>', ' ');
  return wrap(text, { width: width - 20, size: fontSizes.panelTitle });
}

function heading(text: Text, { x, y }: Place): NonNullable<Layout['annotations']>[number] {
  const at = {
    x: (x[0] + x[1]) / 2,
    y: y[1],
    xanchor: 'center',
    yanchor: 'bottom',
    xref: 'paper',
    yref: 'paper',
  } as const;
  return { text, ...at, yshift: 8, showarrow: false, font: { size: fontSizes.panelTitle } };
}

function remarks({ layout }: Figure, rename: Rename): NonNullable<Layout['annotations']> {
  return (layout.annotations ?? []).map((remark) => ({
    ...remark,
    xref: rename((remark.xref ?? 'x') as string) as 'x',
    yref: rename((remark.yref ?? 'y') as string) as 'y',
  }));
}

/** What holds for a whole figure and that a panel may ask for. */
function shared({ barmode, bargap }: Partial<Layout>): Partial<Layout> {
  return { ...(barmode && { barmode }), ...(bargap !== undefined && { bargap }) };
}
