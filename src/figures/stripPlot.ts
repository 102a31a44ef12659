import type { Data } from 'plotly.js-dist';
import { quantile } from '../statistics/quantile';
import { labelled, nonEmpty, numbers, sameLength, type Text } from './checks';
import type { Figure } from './figure';
import { colors, type FigureOptions, fade, themeAxis, themeLayout } from './theme';

/** One category: a value for each case; infinity for a case that came to no finite one. */
export interface Strip {
  name: Text;
  values: readonly number[];
  color: string;
}

export interface StripPlotOptions extends FigureOptions {
  yTitle: Text;
  strips: readonly Strip[];
  /** What one line connects, e.g. `one architecture`: its entry in the legend. */
  caseName: Text;
}

/**
 * Values of the same cases in several categories: a dot for each, a thin line for each case, a bar at each median.
 * Infinite values stand as crosses above all others, and count as larger in the median.
 *
 * @throws Error on no strips, strips of different lengths, an empty one, NaN, or a missing title
 */
export function stripPlot(options: StripPlotOptions): Figure {
  const { title, yTitle, strips, caseName } = options;
  labelled({ title, yTitle, caseName });
  nonEmpty('strips', strips);
  const values = strips.map((strip) => numbers(`values of ${strip.name}`, strip.values, 'infinite'));
  sameLength(Object.fromEntries(strips.map(({ name }, i) => [`values of ${name}`, values[i]])));
  const finite = values.flat().filter(Number.isFinite);
  const top = 1.08 * Math.max(0, ...finite);
  const drawn = values.map((list) => list.map((v) => (Number.isFinite(v) ? v : top)));
  const places = strips.map((_, i) => i);
  const cases: Data = {
    type: 'scatter',
    mode: 'lines',
    name: caseName,
    x: drawn[0].flatMap(() => [...places, null]),
    y: drawn[0].flatMap((_, k) => [...drawn.map((list) => list[k]), null]),
    line: { color: fade(colors.neutral, 0.5), width: 1 },
  };
  const dots = strips.map(({ name, color }, i): Data => {
    const symbol = values[i].map((v) => (Number.isFinite(v) ? 'circle' : 'x'));
    const marker = { color, size: 8, symbol, line: { color: '#FFFFFF', width: 1 } };
    return {
      type: 'scatter',
      mode: 'markers',
      name,
      x: values[i].map(() => i),
      y: drawn[i],
      marker,
      showlegend: false,
    };
  });
  const medians = drawn.map((list) => quantile(list, 0.5));
  const bars: Data = {
    type: 'scatter',
    mode: 'lines',
    name: 'median',
    x: places.flatMap((i) => [i - 0.22, i + 0.22, null]),
    y: medians.flatMap((m) => [m, m, null]),
    line: { color: colors.exact, width: 3 },
  };
  const xaxis = {
    ...themeAxis(''),
    tickvals: places,
    ticktext: strips.map(({ name }) => name),
    range: [-0.5, strips.length - 0.5] as [number, number],
  };
  delete xaxis.title;
  return {
    data: [cases, ...dots, bars],
    layout: {
      ...themeLayout(options),
      xaxis,
      yaxis: { ...themeAxis(yTitle), rangemode: 'tozero' },
      showlegend: true,
    },
  };
}
