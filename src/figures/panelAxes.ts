import type { LayoutAxis } from 'plotly.js-dist';
import type { Figure } from './figure';

/** Where a panel's plot area lies, in fractions of the whole figure's plot area. */
export interface Place {
  x: [number, number];
  y: [number, number];
}

/** The numbers of the figure's axes as they stand in its names: `xaxis` and `yaxis` are 1, `yaxis2` is 2. */
export function axisNumbers({ layout }: Figure): number[] {
  const names = Object.keys(layout).flatMap((key) => /^[xy]axis(\d*)$/.exec(key)?.[1] ?? []);
  return [...new Set(names.map((n) => Number(n || 1)))].sort((a, b) => a - b);
}

/** An axis of one figure -> its name among the panels. */
export type Rename = (axis: string) => string;

/** `x` -> `x3`, `y2` -> `y4` … when `used` axes are taken. */
export function renamer(figure: Figure, used: number): Rename {
  const order = axisNumbers(figure);
  return (axis) => {
    const number = used + order.indexOf(Number(axis.slice(1) || 1)) + 1;
    return number === 1 ? axis[0] : axis[0] + number;
  };
}

/** The figure's axes under their new names, in the panel's place. */
export function panelAxes(
  { layout }: Figure,
  rename: Rename,
  place: Place,
): Record<string, Partial<LayoutAxis>> {
  const axes = Object.entries(layout).filter(([key]) => /^[xy]axis\d*$/.test(key)) as [
    string,
    Partial<LayoutAxis>,
  ][];
  return Object.fromEntries(
    axes.map(([key, axis]) => {
      const id = key.replace('axis', '');
      const letter = id[0] as 'x' | 'y';
      const to = rename(id);
      const anchor = rename(letter === 'x' ? 'y' : 'x');
      const moved: Record<string, unknown> = { ...axis, automargin: false, anchor, domain: place[letter] };
      for (const link of ['overlaying', 'scaleanchor', 'matches'] as const)
        if (axis[link]) moved[link] = rename(axis[link] as string);
      return [`${letter}axis${to.slice(1)}`, moved as Partial<LayoutAxis>];
    }),
  );
}
