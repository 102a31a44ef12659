import type { Data, ScatterData } from 'plotly.js-dist';
import { labelled, type Numbers, numbers, sameLength, type Text } from './checks';
import { colorCycle, fade } from './theme';

/** One curve. `y` may be infinite: there the curve has a gap. */
export interface Series {
  name: Text;
  x: Numbers;
  y: Numbers;
  /** `#RRGGBB`; the theme's next colour when left out. */
  color?: string;
  dash?: 'solid' | 'dash' | 'dot' | 'dashdot';
  /** Line width in CSS pixels, 2 when left out. */
  width?: number;
  mode?: 'lines' | 'markers' | 'lines+markers';
  /** Area to shade: down to zero, or down to the series before. */
  fill?: 'tozeroy' | 'tonexty';
  axis?: 'left' | 'right';
}

/** A series with its defaults filled in and its numbers checked. */
export interface Curve extends Required<Omit<Series, 'fill'>> {
  x: number[];
  y: number[];
  fill?: Series['fill'];
}

/**
 * Checks a series and fills in its defaults.
 *
 * @param index its place among the series, which chooses the colour
 * @throws Error on an empty series, x and y of different lengths, NaN, infinite x, or values <= 0 on a logarithmic axis
 */
export function curve(one: Series, index: number, { xLog, yLog }: { xLog: boolean; yLog: boolean }): Curve {
  labelled({ [`name of series ${index}`]: one.name });
  const x = numbers(`x of ${one.name}`, one.x);
  const y = numbers(`y of ${one.name}`, one.y, 'infinite');
  sameLength({ [`x of ${one.name}`]: x, [`y of ${one.name}`]: y });
  if (xLog) positive(`x of ${one.name}`, x);
  if (yLog && one.axis !== 'right') positive(`y of ${one.name}`, y);
  const { name, dash = 'solid', width = 2, mode = 'lines', axis = 'left', fill } = one;
  const { color = colorCycle[index % colorCycle.length] } = one;
  return { name, x, y, color, dash, width, mode, axis, fill };
}

/** @throws Error when a value is not positive, naming the first */
export function positive(name: string, values: readonly number[]): void {
  const bad = values.findIndex((v) => v <= 0);
  if (bad >= 0)
    throw new Error(`${name} must be positive on a logarithmic axis, got ${values[bad]} at ${bad}`);
}

/** The curve as plotly draws it, with gaps where it is infinite. */
export function curveTrace({ name, x, y, color, dash, width, mode, fill, axis }: Curve): Data {
  const drawn: Partial<ScatterData> & { type: 'scatter' } = {
    type: 'scatter',
    name,
    x,
    y: y.map((v) => (Number.isFinite(v) ? v : null)),
    mode,
    connectgaps: false,
  };
  if (mode !== 'markers') drawn.line = { color, dash, width, simplify: false }; // plotly would cut corners off curves
  const lonely = y.map(
    (v, i) => Number.isFinite(v) && !Number.isFinite(y[i - 1]) && !Number.isFinite(y[i + 1]),
  );
  if (mode !== 'lines') drawn.marker = { color, size: 6 };
  else if (lonely.includes(true))
    // a line needs two points: one finite value between infinite ones shows as a dot
    Object.assign(drawn, {
      mode: 'lines+markers',
      marker: { color, size: lonely.map((alone) => (alone ? 6 : 0)), line: { width: 0 } },
    });
  if (fill) Object.assign(drawn, { fill, fillcolor: fade(color, 0.2) });
  if (axis === 'right') drawn.yaxis = 'y2';
  return drawn;
}
