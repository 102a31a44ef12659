import type { Data } from 'plotly.js-dist';
import { equalAspectSize } from './aspect';
import { labelled, type Numbers, numbers, sameLength, type Text } from './checks';
import type { Figure } from './figure';
import { type AxesOptions, colors, themeAxis, themeLayout } from './theme';

export interface QuiverField {
  /** Where the arrows start: [n]. */
  x: Numbers;
  y: Numbers;
  /** The vectors: [n]. The longest is drawn as long as `reach`, the others in proportion. */
  u: Numbers;
  v: Numbers;
  /** What the arrows are, for legend and hover. */
  name: Text;
  /** The generator's colour when left out: the field is what moves its samples. */
  color?: string;
  /** Draw all arrows equally long: the direction alone. Zero vectors stay without arrow. Default false. */
  normalised?: boolean;
  /** Length of the longest arrow, in units of the axes; when left out, about how far the points lie apart. */
  reach?: number;
}

/** The field on its own axes, or over a `background` figure whose axes and title it takes. */
export type QuiverOptions = QuiverField &
  ((AxesOptions & { background?: undefined; equalAspect?: boolean }) | { background: Figure; title?: Text });

/**
 * A vector field as arrows, e.g. the gradient that a critic hands to the generator.
 *
 * The arrows are one line trace whose tips are arrow heads: plotly's own quiver traces (4.1) lie under heat maps, where nobody
 * sees them, and round short vectors to whole pixels before they scale them.
 *
 * @returns the background's traces, then the arrows: start, tip and a gap for each
 * @throws Error on x, y, u, v of different lengths, none at all, values that are not finite, a reach that is not > 0, or a missing title
 */
export function quiver(options: QuiverOptions): Figure {
  const { name } = options;
  const [x, y, u, v] = (['x', 'y', 'u', 'v'] as const).map((key) => numbers(key, options[key]));
  sameLength({ x, y, u, v });
  labelled({ name });
  const field = arrows({ x, y, u, v }, options);
  if (options.background) {
    const { data, layout, ...rest } = options.background;
    const title = options.title === undefined ? layout.title : { ...layout.title, text: options.title };
    return { ...rest, data: [...data, field], layout: { ...layout, title, showlegend: true } };
  }
  const { title, xTitle, yTitle, equalAspect } = options;
  labelled({ title, xTitle, yTitle });
  const size = equalAspect ? equalAspectSize(x, y) : {};
  return {
    data: [field],
    layout: {
      ...themeLayout({ ...size, ...options }),
      xaxis: { ...themeAxis(xTitle), ...(equalAspect && { constrain: 'domain' }) },
      yaxis: { ...themeAxis(yTitle), ...(equalAspect && { constrain: 'domain', scaleanchor: 'x' }) },
      showlegend: true,
    },
  };
}

type Vectors = Record<'x' | 'y' | 'u' | 'v', number[]>;

function arrows(
  { x, y, u, v }: Vectors,
  { name, color = colors.generator, normalised = false, reach = 0.9 * spacing(x, y) }: QuiverField,
): Data {
  const lengths = u.map((_, i) => Math.hypot(u[i], v[i]));
  const longest = lengths.reduce((a, b) => Math.max(a, b));
  if (!(reach > 0 && reach < Infinity)) throw new Error(`reach must be finite and > 0, got ${reach}`);
  const factors = lengths.map((length) => (length === 0 ? 0 : reach / (normalised ? length : longest)));
  return {
    type: 'scatter',
    mode: 'lines+markers',
    name,
    x: x.flatMap((start, i) => [start, start + factors[i] * u[i], null]),
    y: y.flatMap((start, i) => [start, start + factors[i] * v[i], null]),
    customdata: lengths.flatMap((length) => [length, length, null]),
    hovertemplate: `(%{x:.4~g}, %{y:.4~g}): length %{customdata:.4~g}<extra>${name}</extra>`,
    line: { color, width: 1.5 },
    marker: {
      color,
      symbol: 'arrow',
      angleref: 'previous',
      size: lengths.flatMap((length) => [0, length === 0 ? 0 : 8, 0]),
      line: { width: 0 },
    },
    showlegend: true,
  };
}

/** About how far the points lie apart: the side of the square that each of them has in the box around all. */
function spacing(x: number[], y: number[]): number {
  const extent = (values: number[]) =>
    values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
  const [width, height] = [extent(x), extent(y)];
  const others = x.length - 1;
  if (width === 0 || height === 0)
    return others === 0 || width + height === 0 ? 1 : (width + height) / others;
  const side = Math.sqrt(x.length);
  return Math.sqrt((width * height) / Math.max(1, (side - 1) ** 2));
}
