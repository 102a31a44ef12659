import type { Data, Layout } from 'plotly.js-dist';

/** One frame of an animated or slider-driven figure: it replaces the listed traces' data. */
export interface FigureFrame {
  name: string;
  data: Partial<Data>[];
  traces?: number[];
  layout?: Partial<Layout>;
}

/**
 * A Plotly figure as plain data: what every function in this room returns, what `show` displays,
 * and what the headless runner saves. It holds no typed arrays, so that its JSON is the figure.
 */
export interface Figure {
  data: Data[];
  layout: Partial<Layout>;
  frames?: FigureFrame[];
}
