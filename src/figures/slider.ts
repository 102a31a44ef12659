import type { Data, Layout } from 'plotly.js-dist';
import { labelled, nonEmpty, type Text } from './checks';
import type { Figure, FigureFrame } from './figure';
import { defaultSize } from './theme';

/** One position of the slider. */
export interface SliderStep {
  /** The value at this position, e.g. `0.5`; each position its own. */
  label: Text;
  /** What changes: one update a trace, in the order of `traces`, each holding only the fields that change. */
  data: readonly Partial<Data>[];
  /** The traces that change; all of them, in order, when left out. */
  traces?: readonly number[];
  layout?: Partial<Layout>;
}

export interface SliderOptions {
  /** What the slider sets, e.g. `θ`. */
  name: Text;
  unit?: Text;
  /** The position shown first, and in static pictures. Default 0. */
  active?: number;
  steps: readonly SliderStep[];
}

/**
 * The figure with a slider under it that works without a kernel: the steps' data travel inside the figure.
 *
 * Give the figure fixed ranges, or its axes jump from step to step.
 *
 * @throws Error on no steps, an active position that does not exist, two steps with one label, or updates that do not fit the
 *   figure's traces
 */
export function withSlider(figure: Figure, { name, unit = '', active = 0, steps }: SliderOptions): Figure {
  labelled({ name });
  nonEmpty('steps', steps);
  if (!steps[active])
    throw new Error(`active must be a step between 0 and ${steps.length - 1}, got ${active}`);
  const frames = steps.map((step, i) => frame(step, i, figure.data.length));
  const repeated = frames.find(({ name: label }, i) => frames.findIndex((f) => f.name === label) < i);
  if (repeated) throw new Error(`each step needs its own label, got ${repeated.name} twice`);
  const data = figure.data.map((trace, i) => {
    const at = frames[active].traces!.indexOf(i);
    return at < 0 ? trace : ({ ...trace, ...frames[active].data[at] } as Data);
  });
  // panels keep room for their axes inside; other figures have them outside, where the slider must pass under them
  const inside = figure.layout.margin?.l === 0;
  const slider = {
    active,
    x: 0,
    len: 1,
    y: 0,
    pad: { l: inside ? 60 : 0, r: inside ? 60 : 0, t: inside ? 10 : 62, b: 10 },
    currentvalue: { prefix: `${name} = `, suffix: unit && ` ${unit}`, xanchor: 'left' as const },
    steps: frames.map(({ name: label }) => ({
      label: label.replace(/^-(?=[\d.])/, '−'),
      method: 'animate' as const,
      args: [
        [label],
        { mode: 'immediate', frame: { duration: 0, redraw: true }, transition: { duration: 0 } },
      ],
    })),
  };
  const height = (figure.layout.height ?? defaultSize.height) + sliderHeight;
  return { data, frames, layout: { ...figure.layout, ...steps[active].layout, height, sliders: [slider] } };
}

/** What a slider adds to a figure's height, in CSS pixels. */
const sliderHeight = 90;

function frame({ label, data, traces, layout }: SliderStep, index: number, count: number): FigureFrame {
  labelled({ [`label of step ${index}`]: label });
  const which = traces ? [...traces] : data.map((_, i) => i);
  if (which.length !== data.length)
    throw new Error(
      `step ${label} must update as many traces as it names (${which.length}), got ${data.length}`,
    );
  const bad = which.find((i) => !(Number.isInteger(i) && i >= 0 && i < count));
  if (bad !== undefined)
    throw new Error(`step ${label} updates trace ${bad}, but the figure has ${count} traces`);
  return { name: label, data: [...data], traces: which, ...(layout && { layout }) };
}
