import type { Data, Layout } from 'plotly.js-dist';
import { labelled, nonEmpty, type Text } from './checks';
import type { Figure } from './figure';
import { colors, type FigureOptions, fontSizes, themeLayout } from './theme';
import { textWidth } from './titles';

/** A statement, in a box around (x, y). */
export interface Statement {
  text: Text;
  /** Middle of the box in CSS pixels, from the left and from the top. */
  x: number;
  y: number;
}

/** An arrow from one statement to another. */
export interface Implication {
  /** Names of statements. */
  from: string;
  to: string;
  /** Why it holds, or what refutes it. */
  text: Text;
  holds: boolean;
}

export interface ImplicationsOptions extends FigureOptions {
  statements: Readonly<Record<string, Statement>>;
  arrows: readonly Implication[];
}

type Point = readonly [x: number, y: number];

const lineHeight = 18;
const padding = { x: 12, y: 9 } as const;
/** Distance of an arrow from the line between the middles, so that one may come back; of its text from it; length of its head. */
const [aside, beside, head] = [9, 7, 10];
const looks = {
  holds: { name: 'implies', color: colors.critic, dash: 'solid' },
  fails: { name: 'does not imply', color: colors.generator, dash: 'dash' },
} as const;

/**
 * Which statement implies which: boxes with solid arrows for what holds, and dashed, crossed ones for what does not. Every arrow keeps to
 * the left of the line between its two boxes, seen along it, and its text left of that.
 *
 * @returns for each kind of arrow that occurs, its lines, its heads and, where it fails, its crosses
 * @throws Error on no statement or arrow, an arrow from or to an unknown statement, or a missing text
 */
export function implications(options: ImplicationsOptions): Figure {
  const { statements, arrows, title, width = 860, height = 520 } = options;
  labelled({ title });
  nonEmpty('statements', Object.keys(statements));
  const drawn = nonEmpty('arrows', arrows).map((arrow) => {
    const [from, to] = [arrow.from, arrow.to].map((name) => {
      if (!Object.hasOwn(statements, name))
        throw new Error(`arrows must join ${Object.keys(statements).join(', ')}, got ${name}`);
      return statements[name];
    });
    labelled({ [`text of ${arrow.from} to ${arrow.to}`]: arrow.text });
    return { ...arrow, ...course(from, to) };
  });
  const base = themeLayout({ title, width, height });
  const hidden = { visible: false, fixedrange: true } as const;
  const margin = { l: 10, r: 10, t: base.margin!.t!, b: 40 };
  const layout: Partial<Layout> = {
    ...base,
    margin,
    xaxis: { ...hidden, range: [0, width - margin.l - margin.r] },
    yaxis: { ...hidden, range: [height - margin.t - margin.b, 0] },
    annotations: [...Object.values(statements).map(boxOf), ...drawn.map(textOf)],
    showlegend: true,
  };
  return { data: [...tracesOf(true, drawn), ...tracesOf(false, drawn)], layout };
}

/** Where an arrow starts and ends, and the direction to its left. */
function course(from: Statement, to: Statement): { start: Point; end: Point; left: Point } {
  const span = Math.hypot(to.x - from.x, to.y - from.y);
  if (!(span > 0)) throw new Error(`statements of an arrow must lie apart, got both at ${from.x}, ${from.y}`);
  const along: Point = [(to.x - from.x) / span, (to.y - from.y) / span];
  const left: Point = [along[1], -along[0]]; // y goes down
  return { start: border(from, along, left), end: border(to, [-along[0], -along[1]], left), left };
}

/** The point where the line beside the middle leaves a box, and a little further. */
function border({ text, x, y }: Statement, along: Point, left: Point): Point {
  const [a, b] = [x + aside * left[0], y + aside * left[1]];
  const size = boxSize(text);
  const reach = Math.min(
    ...[
      along[0] !== 0 ? (Math.sign(along[0]) * (size.width / 2) - (a - x)) / along[0] : Infinity,
      along[1] !== 0 ? (Math.sign(along[1]) * (size.height / 2) - (b - y)) / along[1] : Infinity,
    ],
  );
  return [a + (reach + 3) * along[0], b + (reach + 3) * along[1]];
}

function boxSize(text: Text): { width: number; height: number } {
  const rows = text.split('<br>');
  return {
    width: Math.max(...rows.map((row) => textWidth(row, fontSizes.panelTitle))) + 2 * padding.x,
    height: rows.length * lineHeight + 2 * padding.y,
  };
}

function boxOf({ text, x, y }: Statement): NonNullable<Layout['annotations']>[number] {
  labelled({ 'text of a statement': text });
  return {
    ...{ text, x, y, showarrow: false, font: { size: fontSizes.panelTitle } },
    ...boxSize(text),
    ...{ bordercolor: '#444444', borderwidth: 1, bgcolor: '#F7F7F7' },
  };
}

function textOf({
  text,
  start,
  end,
  left,
  holds,
}: Implication & ReturnType<typeof course>): NonNullable<Layout['annotations']>[number] {
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

function tracesOf(holds: boolean, all: readonly (Implication & ReturnType<typeof course>)[]): Data[] {
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
