import type { Data } from 'plotly.js-dist';
import { type Numbers, numbers, sameLength, type Text } from './checks';

/** Points drawn over a map, e.g. the samples that a critic was trained on. */
export interface PointSet {
  name: Text;
  x: Numbers;
  y: Numbers;
  color: string;
  /** Diameter in CSS pixels, of all or of each. Default 6. */
  size?: number | Numbers;
}

/** @throws Error on no points, x, y and sizes of different lengths, or a number that is not finite */
export function pointTrace({ name, x, y, color, size = 6 }: PointSet): Data {
  const [px, py] = [numbers(`x of ${name}`, x), numbers(`y of ${name}`, y)];
  const each = typeof size === 'number' ? undefined : numbers(`sizes of ${name}`, size);
  sameLength({ [`x of ${name}`]: px, [`y of ${name}`]: py, ...(each && { [`sizes of ${name}`]: each }) });
  const width = typeof size === 'number' && size < 6 ? 0.5 : 1;
  const line = { color: '#FFFFFF', width };
  // Plotly would draw markers of different sizes half transparent.
  const marker = each ? { color, size: each, opacity: 1, line } : { color, size: size as number, line };
  return { type: 'scatter', mode: 'markers', name, x: px, y: py, marker };
}

/**
 * Points of the plane as a set to be drawn.
 *
 * @param points [n, 2] flattened
 * @throws Error when the number of coordinates is no positive multiple of 2
 */
export function pointSet(
  name: Text,
  points: Numbers,
  color: string,
): PointSet & { x: number[]; y: number[] } {
  if (points.length === 0 || points.length % 2 !== 0)
    throw new Error(`points of ${name} must be a positive multiple of 2 coordinates, got ${points.length}`);
  const every = (offset: number) =>
    Array.from({ length: points.length / 2 }, (_, i) => points[2 * i + offset]);
  return { name, x: every(0), y: every(1), color };
}
