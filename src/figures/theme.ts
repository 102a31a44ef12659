import type { Layout } from 'plotly.js-dist';
import type { Text } from './checks';
import { titleHeight, wrap } from './titles';

/**
 * One colour for each role, the same in every figure. The hues are those of Okabe and Ito, "Color Universal Design" (2008),
 * which stay apart for all common forms of colour blindness.
 *
 * What is learned is drawn in the role's solid colour; the exact answer beside it is drawn with {@link exactLine}.
 */
export const colors = {
  real: '#0072B2',
  fake: '#E69F00',
  critic: '#009E73',
  discriminator: '#CC79A7',
  generator: '#D55E00',
  /** A second learned quantity where a role has two. */
  other: '#56B4E9',
  exact: '#333333',
  neutral: '#8A8A8A',
} as const;

/** The convention for an exact answer: dark, neutral, dashed. Spread it into a series of `lines`. */
export const exactLine = { color: colors.exact, dash: 'dash' } as const;

/** Colours of series that name none, in order. */
export const colorCycle: readonly string[] = [
  colors.real,
  colors.fake,
  colors.critic,
  colors.discriminator,
  colors.other,
  colors.generator,
];

/** Default size of a figure in CSS pixels. */
export const defaultSize = { width: 720, height: 450 } as const;

/** The bundled font first, then one of the same widths, then whatever there is. */
export const fontFamily = 'DejaVu Sans, Verdana, sans-serif';

/** Font sizes in CSS pixels. */
export const fontSizes = { title: 16, panelTitle: 14, axis: 13, tick: 12 } as const;

/** Colour scales by what they show: a quantity, or a signed quantity around zero (ColorBrewer's RdBu, reversed). */
export const colorScales = {
  sequential: 'Viridis',
  diverging: [
    [0, '#2166AC'],
    [0.25, '#92C5DE'],
    [0.5, '#F7F7F7'],
    [0.75, '#F4A582'],
    [1, '#B2182B'],
  ] as [number, string][],
} as const;

/** `#RRGGBB` with an opacity in [0, 1], as CSS writes it. */
export function fade(color: string, opacity: number): string {
  const channels = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(color)?.slice(1);
  if (!channels) throw new Error(`color must be written #RRGGBB, got ${JSON.stringify(color)}`);
  return `rgba(${channels.map((hex) => Number.parseInt(hex, 16)).join(', ')}, ${opacity})`;
}

/** What every figure is told: its title, and its size in CSS pixels where it is not the default. */
export interface FigureOptions {
  title: Text;
  width?: number;
  height?: number;
}

/** The options of a figure with two axes; a title with its unit in brackets belongs on each. */
export interface AxesOptions extends FigureOptions {
  xTitle: Text;
  yTitle: Text;
}

/** The layout that all figures start from: white, the theme's font, legend below everything so that it covers no data. */
export function themeLayout({
  title,
  width = defaultSize.width,
  height = defaultSize.height,
}: FigureOptions): Partial<Layout> {
  const text = wrap(title, { width: width - 40, size: fontSizes.title });
  return {
    width,
    height,
    title: {
      text,
      font: { size: fontSizes.title },
      yref: 'container',
      y: 1 - 18 / height,
      yanchor: 'top',
    },
    font: { family: fontFamily, size: fontSizes.tick, color: '#222222' },
    paper_bgcolor: '#FFFFFF',
    plot_bgcolor: '#FFFFFF',
    margin: { l: 70, r: 30, t: titleHeight(text), b: 50 },
    legend: { orientation: 'h', yref: 'container', y: 0, yanchor: 'bottom', x: 0.5, xanchor: 'center' },
    hovermode: 'closest',
  };
}

/** What all axes have in common: outside ticks, a light grid, room for the labels. */
export function themeAxis(title: Text): NonNullable<Layout['xaxis']> & NonNullable<Layout['yaxis']> {
  return {
    title: { text: title, font: { size: fontSizes.axis }, standoff: 10 },
    automargin: true,
    showline: true,
    linecolor: '#444444',
    ticks: 'outside',
    ticklen: 4,
    tickcolor: '#444444',
    gridcolor: '#E6E6E6',
    zeroline: false,
  };
}
