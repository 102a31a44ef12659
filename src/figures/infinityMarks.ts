import type { Data } from 'plotly.js-dist';
import type { Curve } from './curve';

type Range = readonly [number, number];
type Sides = { left?: Range; right?: Range };

const most = 24;

/**
 * Marks for the infinite values of curves: triangles at the upper edge for ∞, at the lower one for −∞, at most 24 a curve and
 * sign (they show *where* the curve is infinite, not how many points were computed). The edge has to be known, so the marks
 * come with the vertical ranges they were placed in: the given ones, or the finite values' with 6 % of room.
 */
export function infinityMarks(curves: readonly Curve[], options: Sides & { log: boolean }) {
  const ranges: Sides = {};
  for (const side of ['left', 'right'] as const) {
    const own = curves.filter(({ axis }) => axis === side);
    if (own.some(({ y }) => !y.every(Number.isFinite)))
      ranges[side] = options[side] ?? finiteRange(own, options.log && side === 'left');
  }
  const traces = curves.flatMap((curve, index) =>
    [Infinity, -Infinity].flatMap((value) => marksOf(curve, value, ranges[curve.axis], index)),
  );
  return { traces, ranges };
}

function finiteRange(curves: readonly Curve[], log: boolean): Range {
  const values = curves.flatMap(({ y }) => y.filter(Number.isFinite)).map((v) => (log ? Math.log10(v) : v));
  if (values.length === 0) return log ? [1, 10] : [0, 1];
  const [low, high] = [values.reduce((a, b) => Math.min(a, b)), values.reduce((a, b) => Math.max(a, b))];
  const room = (high - low || 1) * 0.06;
  return log ? [10 ** (low - room), 10 ** (high + room)] : [low - room, high + room];
}

function marksOf(
  { name, x, y, color, axis }: Curve,
  value: number,
  range: Range | undefined,
  index: number,
): Data[] {
  const places = x.filter((_, i) => y[i] === value);
  if (places.length === 0 || !range) return [];
  const step = Math.ceil(places.length / most);
  const shown = places.filter((_, i) => i % step === 0);
  const [edge, symbol, sign] =
    value > 0 ? ([range[1], 'triangle-up', '∞'] as const) : ([range[0], 'triangle-down', '−∞'] as const);
  return [
    {
      type: 'scatter',
      mode: 'markers',
      name: `${name} = ${sign}`,
      x: shown,
      y: shown.map(() => edge),
      cliponaxis: false,
      hovertemplate: `%{x}: ${sign}<extra>${name}</extra>`,
      // a second curve that is infinite at the same places stays visible: its marks are hollow and larger
      marker: { color, symbol: index % 2 === 0 ? symbol : `${symbol}-open`, size: 9 + 4 * (index % 2) },
      ...(axis === 'right' && { yaxis: 'y2' }),
    },
  ];
}
