import type { Data, Layout } from 'plotly.js-dist';
import type { Text } from './checks';
import { leaving, type Point, type Statement } from './statementBox';
import { colors, fontSizes } from './theme';

/** An arrow from one statement to another. */
export interface Implication {
  /** Names of statements. */
  from: string;
  to: string;
  /** Why it holds, or what refutes it. */
  text: Text;
  holds: boolean;
}

/** Where an arrow runs, and the direction to its left. */
export interface Course {
  start: Point;
  end: Point;
  left: Point;
}

/** Distance of an arrow from the line between the middles, so that one may come back; of its text from it; length of its head. */
const [aside, beside, head] = [9, 7, 10];
const looks = {
  holds: { name: 'implies', color: colors.critic, dash: 'solid' },
  fails: { name: 'does not imply', color: colors.generator, dash: 'dash' },
} as const;

/** Where an arrow starts and ends, and the direction to its left. */
export function course(from: Statement, to: Statement): Course {
  const span = Math.hypot(to.x - from.x, to.y - from.y);
  if (!(span > 0)) throw new Error(`statements of an arrow must lie apart, got both at ${from.x}, ${from.y}`);
  const along: Point = [(to.x - from.x) / span, (to.y - from.y) / span];
  const left: Point = [along[1], -along[0]]; // y goes down
  const moved = ({ x, y }: Statement): Point => [x + aside * left[0], y + aside * left[1]];
  const back: Point = [-along[0], -along[1]];
  return { start: leaving(from, moved(from), along), end: leaving(to, moved(to), back), left };
}

/** The words beside an arrow as plotly draws them. */
export function textOf({
  text,
  start,
  end,
  left,
  holds,
}: Implication & Course): NonNullable<Layout['annotations']>[number] {
  const anchor = (part: number, low: 'left' | 'top', high: 'right' | 'bottom') =>
    Math.abs(part) < 0.2 ? undefined : part > 0 ? low : high;
  return {
    text,
    x: (start[0] + end[0]) / 2 + beside * left[0],
    y: (start[1] + end[1]) / 2 + beside * left[1],
    xanchor: (anchor(left[0], 'left', 'right') ?? 'center') as 'left',
    yanchor: (anchor(left[1], 'top', 'bottom') ?? 'middle') as 'top',
    showarrow: false,
    borderpad: 0,
    font: { size: fontSizes.tick, color: holds ? looks.holds.color : looks.fails.color },
  };
}

/** All arrows that hold, or all that do not: lines, heads, and crosses. */
export function tracesOf(holds: boolean, all: readonly (Implication & Course)[]): Data[] {
  const arrows = all.filter((arrow) => arrow.holds === holds);
  if (arrows.length === 0) return [];
  const { name, color, dash } = holds ? looks.holds : looks.fails;
  const parts = arrows.map(({ start, end }) => {
    const span = Math.hypot(end[0] - start[0], end[1] - start[1]);
    const along: Point = [(end[0] - start[0]) / span, (end[1] - start[1]) / span];
    const barb = (side: number): Point => [
      end[0] - head * (along[0] + (side * along[1]) / 2),
      end[1] - head * (along[1] - (side * along[0]) / 2),
    ];
    return {
      shaft: [start, end],
      tip: [barb(1), end, barb(-1)],
      middle: [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2],
    };
  });
  const broken = (lines: Point[][]) => ({
    x: lines.flatMap((line) => [...line.map(([x]) => x), null]),
    y: lines.flatMap((line) => [...line.map(([, y]) => y), null]),
  });
  const common = { type: 'scatter', name, legendgroup: name, hoverinfo: 'skip' } as const;
  const traces: Data[] = [
    { ...common, ...broken(parts.map((one) => one.shaft)), mode: 'lines', line: { color, dash, width: 2 } },
    {
      ...common,
      ...broken(parts.map((one) => one.tip)),
      ...{ mode: 'lines', line: { color, width: 2 }, showlegend: false },
    },
  ];
  if (!holds)
    traces.push({
      ...common,
      ...{ x: parts.map((one) => one.middle[0]), y: parts.map((one) => one.middle[1]), mode: 'markers' },
      ...{ marker: { color, symbol: 'x', size: 10 }, showlegend: false },
    });
  return traces;
}
