import type { Point } from './strokes';

/** How {@link drawStrokes} draws. */
export interface Pen {
  /** Side of the image in pixels. */
  size: number;
  /** Half the width of a stroke, in pixels. */
  radius: number;
  /** Brightness of its middle, from 0 to 1. */
  pressure: number;
  /** Where to: [size, size], from 0 to 1. */
  pixels: Float32Array;
}

/** Draws polylines of the unit square with a round pen; the edge fades over one pixel. */
export function drawStrokes(strokes: readonly (readonly Point[])[], pen: Pen): void {
  const { size, radius, pressure, pixels } = pen;
  const ink = new Float64Array(size * size);
  for (const stroke of strokes)
    for (let i = 0; i + 1 < stroke.length; i++) drawLine(stroke[i], stroke[i + 1], size, radius, ink);
  ink.forEach((amount, i) => {
    pixels[i] = pressure * amount;
  });
}

/** Draws one straight line: each pixel keeps the most ink it was given, so crossings are no brighter. */
function drawLine(from: Point, to: Point, size: number, radius: number, ink: Float64Array): void {
  const [ax, ay] = [from[0] * size - 0.5, from[1] * size - 0.5]; // pixel centres lie at whole numbers
  const [bx, by] = [to[0] * size - 0.5 - ax, to[1] * size - 0.5 - ay];
  const squared = bx * bx + by * by || 1;
  const reach = radius + 0.5;
  const clip = (value: number) => Math.max(0, Math.min(size - 1, value));
  const [left, right] = [Math.min(ax, ax + bx) - reach, Math.max(ax, ax + bx) + reach];
  const [top, bottom] = [Math.min(ay, ay + by) - reach, Math.max(ay, ay + by) + reach];
  for (let y = clip(Math.ceil(top)); y <= clip(Math.floor(bottom)); y++)
    for (let x = clip(Math.ceil(left)); x <= clip(Math.floor(right)); x++) {
      const t = Math.max(0, Math.min(1, ((x - ax) * bx + (y - ay) * by) / squared));
      const [px, py] = [x - ax - t * bx, y - ay - t * by];
      const amount = Math.max(0, Math.min(1, reach - Math.sqrt(px * px + py * py)));
      if (amount > ink[y * size + x]) ink[y * size + x] = amount;
    }
}
