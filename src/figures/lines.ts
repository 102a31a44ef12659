import type { Layout } from 'plotly.js-dist';
import { interval, labelled, nonEmpty, type Text } from './checks';
import { curve, curveTrace, positive, type Series } from './curve';
import type { Figure } from './figure';
import { infinityMarks } from './infinityMarks';
import { type AxesOptions, themeAxis, themeLayout } from './theme';

/** A remark at a point in data coordinates. */
export interface Remark {
  x: number;
  y: number;
  text: Text;
  /** Whether an arrow leads from the text to the point; the text stands above it. Default true. */
  arrow?: boolean;
}

export interface LinesOptions extends AxesOptions {
  series: readonly Series[];
  /** Title of the right axis; required when a series uses it. */
  y2Title?: Text;
  xRange?: readonly [number, number];
  yRange?: readonly [number, number];
  y2Range?: readonly [number, number];
  xLog?: boolean;
  yLog?: boolean;
  annotations?: readonly Remark[];
  /** `gap` leaves infinite values out; `top` also marks them at the edge of the plot and names them in the legend. */
  infinite?: 'gap' | 'top';
}

/**
 * Curves over one horizontal axis, with one or two vertical ones.
 *
 * @returns one trace a series, then, with `infinite: 'top'`, one trace of marks for each series that has infinite values
 * @throws Error on no series, an empty one, x and y of different lengths, NaN anywhere, infinite x, a missing title, or values
 *   that a logarithmic axis cannot show
 */
export function lines(options: LinesOptions): Figure {
  const { series, title, xTitle, yTitle, y2Title, xLog = false, yLog = false, infinite = 'gap' } = options;
  labelled({ title, xTitle, yTitle });
  const right = nonEmpty('series', series).some(({ axis }) => axis === 'right');
  if (right) labelled({ y2Title: y2Title ?? '' });
  else if (y2Title !== undefined) throw new Error(`y2Title is ${y2Title}, but no series has axis: 'right'`);
  const curves = series.map((one, i) => curve(one, i, { xLog, yLog }));
  const marks =
    infinite === 'top'
      ? infinityMarks(curves, { left: options.yRange, right: options.y2Range, log: yLog })
      : undefined;
  const layout: Partial<Layout> = {
    ...themeLayout(options),
    xaxis: { ...themeAxis(xTitle), ...scale(xLog, options.xRange, 'xRange') },
    yaxis: { ...themeAxis(yTitle), ...scale(yLog, marks?.ranges.left ?? options.yRange, 'yRange') },
    showlegend: true,
  };
  if (right)
    layout.yaxis2 = {
      ...themeAxis(y2Title!),
      ...scale(false, marks?.ranges.right ?? options.y2Range, 'y2Range'),
      overlaying: 'y',
      side: 'right',
      showgrid: false,
      tickmode: 'auto',
    };
  if (options.annotations)
    layout.annotations = options.annotations.map(({ x, y, text, arrow = true }) => ({
      x: xLog ? Math.log10(x) : x,
      y: yLog ? Math.log10(y) : y,
      text,
      showarrow: arrow,
      arrowhead: 2,
      arrowwidth: 1,
      ax: 0,
      ay: -32,
      bgcolor: 'rgba(255, 255, 255, 0.8)',
    }));
  return { data: [...curves.map(curveTrace), ...(marks?.traces ?? [])], layout };
}

function scale(log: boolean, range: readonly [number, number] | undefined, name: string) {
  const ends = range && interval(name, range);
  if (log && ends) positive(name, ends);
  return {
    ...(log && { type: 'log' as const, exponentformat: 'power' as const }),
    ...(ends && { range: log ? ([Math.log10(ends[0]), Math.log10(ends[1])] as [number, number]) : ends }),
  };
}
