import type { Data } from 'plotly.js-dist';
import type { Figure } from './figure';
import type { Place, Rename } from './panelAxes';

/** What a trace must know about the panel it moves into. */
export interface Panel {
  rename: Rename;
  place: Place;
  /** Series that already stand in the legend. */
  seen: Set<string>;
  /** Width of the whole figure in CSS pixels. */
  width: number;
}

/** The fields of a trace that matter here, whatever its type. */
interface Colored {
  line?: { color?: unknown };
  marker?: { color?: unknown };
  colorbar?: { title?: { text?: string } };
}

/** The trace on its panel's axes, its colour bar right of the panel, its legend entry only if no panel before has the same. */
export function inPanel(trace: Data, { layout }: Figure, { rename, place, seen, width }: Panel): Data {
  const { line, marker, colorbar, ...fields } = trace as Record<string, unknown> & Colored;
  const moved = {
    ...fields,
    ...(line && { line }),
    ...(marker && { marker }),
    xaxis: rename((fields.xaxis ?? 'x') as string),
    yaxis: rename((fields.yaxis ?? 'y') as string),
  };
  if (colorbar) {
    const [low, high] = place.y;
    const title = { ...colorbar.title, text: colorbar.title?.text?.replaceAll('<br>', ' '), side: 'right' };
    const placed = {
      ...colorbar,
      title,
      x: place.x[1] + 8 / width,
      xanchor: 'left',
      xpad: 0,
      y: (low + high) / 2,
      yanchor: 'middle',
      len: high - low,
      lenmode: 'fraction',
      ypad: 0,
    };
    return { ...moved, colorbar: placed } as unknown as Data;
  }
  const group = `${trace.name} ${JSON.stringify(line?.color ?? marker?.color ?? '')}`;
  const shown = layout.showlegend !== false && fields.showlegend !== false && !seen.has(group);
  if (shown) seen.add(group);
  return { ...moved, legendgroup: group, showlegend: shown } as unknown as Data;
}
