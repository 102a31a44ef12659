import type { PlotlyWindow } from './plotlyWindow';

/** What plotly's own check says about one field of a figure. */
interface Finding {
  code: string;
  container: 'data' | 'layout';
  trace: number | null;
  astr: string;
  msg: string;
}

/** Findings that mean that something asked for would not be drawn. The others (`unused`, `dynamic`) are notes. */
const serious = new Set(['object', 'array', 'schema', 'invisible', 'value']);

/**
 * Compares a figure with plotly's own description of what it can draw. Plotly itself never complains: it draws an unknown
 * trace type as a scatter plot and leaves out what it does not understand.
 *
 * @throws Error naming the first wrong field of each kind
 */
export function checkFigure(window: PlotlyWindow, figure: { data: unknown[]; layout: object }): void {
  if (figure.data.length === 0) throw new Error('a figure must have at least one trace');
  // plotly's check breaks off on a legend's settings when the figure shows no legend
  const { legend: _, ...layout } = figure.layout as { legend?: unknown };
  const findings = (window.Plotly.validate(figure.data as never, layout as never) ??
    []) as unknown as Finding[];
  const wrong = findings.filter(({ code }) => serious.has(code));
  if (wrong.length > 0)
    throw new Error(
      `plotly cannot draw this figure: ${wrong
        .slice(0, 3)
        .map((finding) => describe(finding, figure))
        .join('; ')}`,
    );
}

function describe(
  { container, trace, astr, msg }: Finding,
  figure: { data: unknown[]; layout: object },
): string {
  const owner = container === 'data' ? (trace === null ? figure.data : figure.data[trace]) : figure.layout;
  const value = astr
    .split(/[.[\]]+/)
    .filter(Boolean)
    .reduce<unknown>((at, key) => (at as Record<string, unknown>)?.[key], owner);
  const shown = value === undefined ? '' : ` (got ${JSON.stringify(value).slice(0, 60)})`;
  return `${container}${trace === null ? '' : `[${trace}]`} ${astr}: ${msg}${shown}`;
}
