import type { Layout } from 'plotly.js-dist';
import { labelled, nonEmpty } from './checks';
import type { Figure } from './figure';
import { course, type Implication, textOf, tracesOf } from './implicationArrows';
import { boxOf, type Statement } from './statementBox';
import { type FigureOptions, themeLayout } from './theme';

export interface ImplicationsOptions extends FigureOptions {
  statements: Readonly<Record<string, Statement>>;
  arrows: readonly Implication[];
}

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
