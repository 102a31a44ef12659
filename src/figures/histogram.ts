import type { Data, Layout } from 'plotly.js-dist';
import { interval, labelled, type Numbers, nonEmpty, numbers, type Text } from './checks';
import type { Figure } from './figure';
import { type AxesOptions, colorCycle, themeAxis, themeLayout } from './theme';

export interface Sample {
  name: Text;
  values: Numbers;
  color?: string;
}

export interface HistogramOptions extends AxesOptions {
  series: readonly Sample[];
  /** Number of bins, all equally wide. Default 40. */
  bins?: number;
  /** What the bins cover; the smallest to the largest value when left out. Values outside are counted in the series' name. */
  range?: readonly [number, number];
  /** Heights such that the bars of all values would have area 1; counts when false. Default false. */
  density?: boolean;
}

/**
 * Histograms over common bins, laid over each other half transparent.
 *
 * The counting is done here, so that the figure holds heights, not samples. Bins are closed on the left; the last on both sides.
 *
 * @returns one trace a series
 * @throws Error on no series, an empty one, values that are not finite, a number of bins that is no whole number >= 1, or a
 *   missing title
 */
export function histogram(options: HistogramOptions): Figure {
  const { title, xTitle, yTitle, bins = 40, density = false } = options;
  labelled({ title, xTitle, yTitle });
  if (!(Number.isInteger(bins) && bins >= 1))
    throw new Error(`bins must be a whole number >= 1, got ${bins}`);
  const samples = nonEmpty('series', options.series).map(({ name, values, color }, i) => {
    labelled({ [`name of series ${i}`]: name });
    return {
      name,
      color: color ?? colorCycle[i % colorCycle.length],
      values: numbers(`values of ${name}`, values),
    };
  });
  const [low, high] = options.range
    ? interval('range', options.range)
    : extent(samples.map(({ values }) => values));
  const width = (high - low) / bins;
  const data = samples.map(({ name, color, values }): Data => {
    const counts = new Array<number>(bins).fill(0);
    for (const value of values)
      if (value >= low && value <= high) counts[Math.min(bins - 1, Math.floor((value - low) / width))] += 1;
    const outside = values.length - counts.reduce((sum, n) => sum + n, 0);
    return {
      type: 'bar',
      name: outside > 0 ? `${name} (${outside} of ${values.length} outside)` : name,
      x: counts.map((_, i) => low + (i + 0.5) * width),
      y: density ? counts.map((n) => n / (values.length * width)) : counts,
      width,
      marker: { color, line: { width: 0 } },
      opacity: samples.length > 1 ? 0.6 : 0.85,
    };
  });
  const layout: Partial<Layout> = {
    ...themeLayout(options),
    xaxis: { ...themeAxis(xTitle), range: [low, high], showgrid: false },
    yaxis: { ...themeAxis(yTitle), rangemode: 'tozero' },
    barmode: 'overlay',
    bargap: 0,
    showlegend: true,
  };
  return { data, layout };
}

/** Smallest and largest value; half a unit either side when all are equal, or differ by roundings alone. */
function extent(samples: number[][]): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const values of samples)
    for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  const rounding = 1e-12 * Math.max(Math.abs(low), Math.abs(high), 1e-200);
  return high - low > rounding ? [low, high] : [low - 0.5, high + 0.5];
}
