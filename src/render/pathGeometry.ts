import { numbersIn } from './geometry';

/** A point [x, y] in user units. */
export type Point = readonly [x: number, y: number];

const coordinates: Record<string, number> = { M: 2, L: 2, T: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, A: 7, Z: 0 };
const curveSteps = 24;

/**
 * An SVG path as the corner points of a polyline: cubic and quadratic curves are cut into 24 chords; an arc (only
 * drawn as a marker's outline here) becomes one chord. Plotly asks for lengths of contour lines and arrows only.
 *
 * @throws Error on a path command that SVG does not know
 */
export function flattenPath(d: string): Point[] {
  const points: Point[] = [];
  let at: Point = [0, 0];
  let start: Point = [0, 0];
  for (const [, command, list] of d.matchAll(/([a-df-z])([^a-df-z]*)/gi)) {
    const letter = command.toUpperCase();
    const count = coordinates[letter];
    if (count === undefined)
      throw new Error(`cannot read the SVG path command ${command} in ${d.slice(0, 60)}`);
    const numbers = numbersIn(list);
    if (count === 0) {
      at = start;
      points.push(start);
    }
    for (let i = 0; count > 0 && i + count <= numbers.length; i += count) {
      const [ox, oy]: Point = command === letter ? [0, 0] : at;
      const n = numbers.slice(i, i + count);
      const end: Point =
        letter === 'H'
          ? [n[0] + ox, at[1]]
          : letter === 'V'
            ? [at[0], n[0] + oy]
            : [n[count - 2] + ox, n[count - 1] + oy];
      const controls = letter === 'C' || letter === 'Q' ? pairs(n.slice(0, -2), ox, oy) : [];
      points.push(...curve([at, ...controls, end]));
      if (letter === 'M' && i === 0) start = end;
      at = end;
    }
  }
  return points;
}

function pairs(numbers: number[], ox: number, oy: number): Point[] {
  return numbers.flatMap((x, i) => (i % 2 === 0 ? [[x + ox, numbers[i + 1] + oy] as const] : []));
}

/** The Bezier curve of 2, 3 or 4 points, without its first point (de Casteljau). */
function curve(controls: Point[]): Point[] {
  if (controls.length === 2) return [controls[1]];
  return Array.from({ length: curveSteps }, (_, i) => {
    const t = (i + 1) / curveSteps;
    let level = controls;
    while (level.length > 1)
      level = level
        .slice(1)
        .map(([x, y], j) => [level[j][0] * (1 - t) + x * t, level[j][1] * (1 - t) + y * t]);
    return level[0];
  });
}

/** Length of the polyline, in user units. */
export function polylineLength(points: readonly Point[]): number {
  return points.slice(1).reduce((sum, [x, y], i) => sum + Math.hypot(x - points[i][0], y - points[i][1]), 0);
}

/** The point at `distance` along the polyline; its ends when the distance lies outside. */
export function pointAt(points: readonly Point[], distance: number): Point {
  let left = Math.max(0, distance);
  for (let i = 1; i < points.length; i++) {
    const [[x0, y0], [x1, y1]] = [points[i - 1], points[i]];
    const step = Math.hypot(x1 - x0, y1 - y0);
    if (left <= step && step > 0) return [x0 + ((x1 - x0) * left) / step, y0 + ((y1 - y0) * left) / step];
    left -= step;
  }
  return points[points.length - 1] ?? [0, 0];
}
