import type { Layout } from 'plotly.js-dist';
import { labelled, type Text } from './checks';
import { fontSizes } from './theme';
import { textWidth } from './titles';

/** A statement, in a box around (x, y). */
export interface Statement {
  text: Text;
  /** Middle of the box in CSS pixels, from the left and from the top. */
  x: number;
  y: number;
}

export type Point = readonly [x: number, y: number];

const lineHeight = 18;
const padding = { x: 12, y: 9 } as const;
const gap = 3; // between a box and an arrow

/** The box as plotly draws it. */
export function boxOf({ text, x, y }: Statement): NonNullable<Layout['annotations']>[number] {
  labelled({ 'text of a statement': text });
  return {
    ...{ text, x, y, showarrow: false, font: { size: fontSizes.panelTitle } },
    ...boxSize(text),
    ...{ bordercolor: '#444444', borderwidth: 1, bgcolor: '#F7F7F7' },
  };
}

/** Where a way from `start`, inside the box, in direction `along` (of length 1) leaves the box, and a little further. */
export function leaving({ text, x, y }: Statement, start: Point, along: Point): Point {
  const { width, height } = boxSize(text);
  const middle = [x, y];
  const reach = [width, height].map((size, d) =>
    along[d] === 0 ? Infinity : (Math.sign(along[d]) * (size / 2) - (start[d] - middle[d])) / along[d],
  );
  const length = Math.min(...reach) + gap;
  return [start[0] + length * along[0], start[1] + length * along[1]];
}

function boxSize(text: Text): { width: number; height: number } {
  const rows = text.split('<br>');
  return {
    width: Math.max(...rows.map((row) => textWidth(row, fontSizes.panelTitle))) + 2 * padding.x,
    height: rows.length * lineHeight + 2 * padding.y,
  };
}
