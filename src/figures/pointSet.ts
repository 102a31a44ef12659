import type { Numbers, Text } from './checks';
import type { PointSet } from './heatMap';

/**
 * Points of the plane as figures take them.
 *
 * @param points [n, 2] flattened
 * @throws Error when the number of coordinates is no positive multiple of 2
 */
export function pointSet(name: Text, points: Numbers, color: string): PointSet {
  if (points.length === 0 || points.length % 2 !== 0)
    throw new Error(`points of ${name} must be a positive multiple of 2 coordinates, got ${points.length}`);
  const every = (offset: number) =>
    Array.from({ length: points.length / 2 }, (_, i) => points[2 * i + offset]);
  return { name, x: every(0), y: every(1), color };
}
