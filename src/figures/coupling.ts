import type { Data } from 'plotly.js-dist';
import { equalAspectSize } from './aspect';
import { labelled, type Numbers, nonEmpty, numbers, sameLength } from './checks';
import type { Figure } from './figure';
import { type PointSet, pointTrace } from './pointSet';
import { type AxesOptions, colors, fade, themeAxis, themeLayout } from './theme';

export interface CouplingOptions extends AxesOptions {
  /** The points of the plan's rows and of its columns. */
  rows: PointSet;
  columns: PointSet;
  /** Which points are coupled: mass `masses[k]` between point `rows[k]` and point `columns[k]`. */
  plan: { rows: Numbers; columns: Numbers; masses: Numbers };
  /** One unit is as long on both axes. Default false. */
  equalAspect?: boolean;
  /** Names for places on the vertical axis instead of numbers, e.g. for sets that lie on two lines. */
  yNames?: readonly { at: number; name: string }[];
}

/** Widths of the lines, in CSS pixels: a mass is drawn in the class nearest to its share of the largest. */
const widths = [1, 1.5, 2, 2.5, 3, 3.5];

/**
 * Two sets of points and a coupling between them, as lines of a width that grows with the mass.
 *
 * @returns one trace for each width in use, then the two sets of points
 * @throws Error on an empty plan or set, a plan that names points that there are not, masses that are not > 0, or a missing title
 */
export function coupling(options: CouplingOptions): Figure {
  const { title, xTitle, yTitle, plan, equalAspect = false, yNames } = options;
  labelled({ title, xTitle, yTitle });
  const ends = { rows: placed(options.rows), columns: placed(options.columns) };
  const pairs = pairsOf(plan, ends.rows.x.length, ends.columns.x.length);
  const largest = pairs.reduce((most, { mass }) => Math.max(most, mass), 0);
  const least = pairs.reduce((small, { mass }) => Math.min(small, mass), Infinity);
  // Where all masses are equal, no width says more than another.
  const widthOf = (mass: number) =>
    least > 0.99 * largest ? 0 : Math.max(0, Math.ceil((mass / largest) * widths.length) - 1);
  const lines = widths.flatMap((width, index): Data[] => {
    const here = pairs.filter(({ mass }) => widthOf(mass) === index);
    if (here.length === 0) return [];
    return [
      {
        type: 'scatter',
        mode: 'lines',
        name: 'coupling',
        legendgroup: 'coupling',
        showlegend: index === widthOf(largest),
        x: here.flatMap(({ row, column }) => [ends.columns.x[column], ends.rows.x[row], null]),
        y: here.flatMap(({ row, column }) => [ends.columns.y[column], ends.rows.y[row], null]),
        line: { color: fade(colors.neutral, 0.75), width },
        hoverinfo: 'skip',
      },
    ];
  });
  const all = (axis: 'x' | 'y') => [...ends.rows[axis], ...ends.columns[axis]];
  const size = equalAspect ? equalAspectSize(all('x'), all('y')) : {};
  return {
    data: [...lines, pointTrace({ size: 8, ...options.rows }), pointTrace({ size: 8, ...options.columns })],
    layout: {
      ...themeLayout({ ...size, ...options }),
      xaxis: { ...themeAxis(xTitle), ...(equalAspect && { constrain: 'domain' }) },
      yaxis: {
        ...themeAxis(yTitle),
        ...named(yNames),
        ...(equalAspect && { constrain: 'domain', scaleanchor: 'x' }),
      },
      showlegend: true,
    },
  };
}

function named(names: CouplingOptions['yNames']) {
  return names && { tickvals: names.map(({ at }) => at), ticktext: names.map(({ name }) => name) };
}

interface Placed {
  x: number[];
  y: number[];
}

function placed({ name, x, y }: PointSet): Placed {
  const at = { x: numbers(`x of ${name}`, x), y: numbers(`y of ${name}`, y) };
  sameLength({ [`x of ${name}`]: at.x, [`y of ${name}`]: at.y });
  return at;
}

function pairsOf({ rows, columns, masses }: CouplingOptions['plan'], n: number, m: number) {
  sameLength({ 'rows of the plan': rows, 'columns of the plan': columns, 'masses of the plan': masses });
  const pairs = Array.from(rows, (row, k) => ({ row, column: columns[k], mass: masses[k] }));
  nonEmpty('plan', pairs).forEach(({ row, column, mass }, k) => {
    if (!(row >= 0 && row < n && column >= 0 && column < m))
      throw new Error(`pair ${k} of the plan must name points of ${n} and ${m}, got ${row} and ${column}`);
    if (!(mass > 0)) throw new Error(`masses of the plan must be > 0, got ${mass} at ${k}`);
  });
  return pairs;
}
