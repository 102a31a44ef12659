import type { Stream } from '../../rng/stream';
import type { ImageSet } from '../imageSet';
import { drawStrokes } from './drawStrokes';
import { generate, type Kind, type StandInOptions } from './generate';
import { digitStrokes, type Point, polyline } from './strokes';

const kind: Kind = {
  name: 'glyphs',
  source: 'Procedural glyphs in place of MNIST',
  classes: digitStrokes.map((_, digit) => String(digit)),
  channels: 1,
  size: 28,
  draw: drawGlyph,
};

/**
 * Digits drawn by rule, white on black, as a stand-in for MNIST: ten classes, each written in several ways, with random
 * proportions, slant, thickness, pressure, position and an unsteady hand. Sides of 28 pixels unless `size` says otherwise.
 * Image i has class i mod 10 and depends on seed, split and i alone, so a smaller set is the beginning of a larger one.
 *
 * @throws Error when count or size is no integer >= 1 (size >= 8), or the seed or the split is none
 */
export function glyphs(options: StandInOptions): ImageSet {
  return generate(kind, options);
}

function drawGlyph(digit: number, size: number, draw: Stream, pixels: Float32Array): void {
  const ways = digitStrokes[digit];
  const way = ways[draw.integer(ways.length)];
  const place = hand(draw);
  const strokes = way.map((stroke) =>
    polyline({ ...stroke, through: stroke.through.map((point) => place(unsteady(point, draw))) }),
  );
  const radius = (0.028 + 0.034 * draw.uniform()) * size; // strokes 1.6 to 3.5 pixels wide at 28
  const pressure = 0.85 + 0.15 * draw.uniform();
  drawStrokes(strokes, { size, radius, pressure, pixels });
}

/** One writer's proportions, slant, turn and place: from the unit square of a digit into that of the image. */
function hand(draw: Stream): (point: Point) => Point {
  const width = 0.46 * (1 + 0.14 * draw.normal());
  const height = 0.66 * (1 + 0.07 * draw.normal());
  const slant = 0.08 + 0.2 * draw.normal();
  const angle = 0.1 * draw.normal();
  const [dx, dy] = [0.025 * draw.normal(), 0.025 * draw.normal()];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return ([x, y]) => {
    const v = height * (y - 0.5);
    const u = width * (x - 0.5) - slant * v;
    return [0.5 + dx + cos * u - sin * v, 0.5 + dy + sin * u + cos * v];
  };
}

function unsteady([x, y]: Point, draw: Stream): Point {
  return [x + 0.035 * draw.normal(), y + 0.025 * draw.normal()];
}
