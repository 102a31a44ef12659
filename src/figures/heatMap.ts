import type { Data, Layout } from 'plotly.js-dist';
import { equalAspectSize } from './aspect';
import { increasing, labelled, type Numbers, numbers, type Text } from './checks';
import { contourLevels } from './contourLevels';
import type { Figure } from './figure';
import { type PointSet, pointTrace } from './pointSet';
import { roundTicks } from './roundTicks';
import { type AxesOptions, colorScales, fontSizes, themeAxis, themeLayout } from './theme';
import { wrap } from './titles';

export interface HeatMapOptions extends AxesOptions {
  /** Columns' coordinates, increasing: [nx]. */
  x: Numbers;
  /** Rows' coordinates, increasing: [ny]. */
  y: Numbers;
  /** Values, row by row: [ny][nx], or [ny * nx] in one array. Infinite values are left blank. */
  z: Numbers | readonly Numbers[];
  /** What the values are, with unit: the colour bar's title. */
  valueTitle: Text;
  /** About how many contour lines; 0 for none. Default 12. */
  contours?: number;
  /** Between two contour lines: every value its own colour, or one colour for all (a far smaller file). Default `smooth`. */
  shading?: 'smooth' | 'bands';
  /** The values at the two ends of the colours, for maps to be compared; what lies beyond has the end's colour. From z when left out. */
  valueRange?: readonly [number, number];
  /** `diverging` is symmetric about zero. Default `sequential`. */
  scale?: 'sequential' | 'diverging';
  points?: readonly PointSet[];
  /** One unit is as long on both axes. Default false. */
  equalAspect?: boolean;
}

/**
 * A function of two variables as colours with contour lines.
 *
 * @returns one trace for the map (values rounded to six digits), then one for each set of points
 * @throws Error on a grid that does not increase, values that do not fill it, NaN, or a missing title
 */
export function heatMap(options: HeatMapOptions): Figure {
  const {
    title,
    xTitle,
    yTitle,
    valueTitle,
    contours = 12,
    scale = 'sequential',
    points = [],
    shading = 'smooth',
    valueRange,
  } = options;
  labelled({ title, xTitle, yTitle, valueTitle });
  const [x, y] = [numbers('x', options.x), numbers('y', options.y)];
  increasing('x', x);
  increasing('y', y);
  if (!(Number.isInteger(contours) && contours >= 0))
    throw new Error(`contours must be a whole number >= 0, got ${contours}`);
  if (valueRange && !(valueRange[0] < valueRange[1]))
    throw new Error(`valueRange must run from a smaller to a larger value, got ${valueRange.join(' … ')}`);
  const z = rows(options.z, x.length, y.length);
  const layout: Partial<Layout> = {
    ...themeLayout({ ...(options.equalAspect && equalAspectSize(x, y)), ...options }),
    xaxis: {
      ...themeAxis(xTitle),
      showgrid: false,
      range: span(
        x,
        contours,
        points.map((p) => p.x),
      ),
    },
    yaxis: {
      ...themeAxis(yTitle),
      showgrid: false,
      range: span(
        y,
        contours,
        points.map((p) => p.y),
      ),
    },
    showlegend: points.length > 0,
  };
  if (options.equalAspect) {
    Object.assign(layout.xaxis!, { constrain: 'domain' });
    Object.assign(layout.yaxis!, { constrain: 'domain', scaleanchor: 'x', scaleratio: 1 });
  }
  return {
    data: [map({ x, y, z, valueTitle, contours, scale, shading, valueRange }), ...points.map(pointTrace)],
    layout,
  };
}

interface Map {
  x: number[];
  y: number[];
  z: (number | null)[][];
  valueTitle: Text;
  contours: number;
  scale: 'sequential' | 'diverging';
  shading: 'smooth' | 'bands';
  valueRange?: readonly [number, number];
}

function map({ x, y, z, valueTitle, contours, scale, shading, valueRange }: Map): Data {
  const largest = z.flat().reduce<number>((most, v) => Math.max(most, Math.abs(v ?? 0)), 0) || 1;
  const shared = {
    x,
    y,
    z,
    colorscale: colorScales[scale],
    ...(scale === 'diverging' && { zmin: -largest, zmax: largest }),
    ...(valueRange && { zmin: valueRange[0], zmax: valueRange[1] }),
    colorbar: {
      title: { text: wrap(valueTitle, { width: 120, size: fontSizes.tick }), side: 'top' as const },
      thickness: 14,
      outlinewidth: 0,
      ticks: 'outside' as const,
      ticklen: 4,
      ...(valueRange && { tickmode: 'array' as const, tickvals: roundTicks(...valueRange) }),
    },
    hovertemplate: `(%{x:.4~g}, %{y:.4~g}): %{z:.4~g}<extra></extra>`,
    name: valueTitle,
  };
  if (contours === 0) return { type: 'heatmap', ...shared };
  return {
    type: 'contour',
    ...shared,
    ...contourLevels(contours, shading === 'bands' ? 'fill' : 'heatmap', valueRange),
    line: { color: 'rgba(255, 255, 255, 0.55)', width: 1 },
  };
}

/** The values as rows of plain numbers. */
function rows(z: HeatMapOptions['z'], nx: number, ny: number): (number | null)[][] {
  const nested = Array.from(z as ArrayLike<number | Numbers>).every((row) => typeof row !== 'number');
  const list: Numbers[] = nested
    ? [...(z as readonly Numbers[])]
    : Array.from({ length: ny }, (_, i) => Array.from(z as Numbers).slice(i * nx, (i + 1) * nx));
  const count = nested ? list.length : (z.length ?? 0) / nx;
  if (count !== ny) throw new Error(`z must have ${ny} rows of ${nx} values, got ${count} rows`);
  return list.map((row, i) => {
    if (row.length !== nx) throw new Error(`row ${i} of z must have ${nx} values, got ${row.length}`);
    return numbers(`row ${i} of z`, row, 'infinite').map((v) =>
      Number.isFinite(v) ? Number(v.toPrecision(6)) : null,
    );
  });
}

/** From edge to edge of the map (without contours a cell reaches half a step beyond its centre), or of the points if they lie outside. */
function span(grid: number[], contours: number, points: Numbers[]): [number, number] {
  const half = contours === 0 && grid.length > 1 ? (grid[1] - grid[0]) / 2 : 0;
  const all = [grid[0] - half, grid.at(-1)! + half, ...points.flatMap((p) => Array.from(p))];
  return [all.reduce((a, b) => Math.min(a, b)), all.reduce((a, b) => Math.max(a, b))];
}
