import type { Stream } from '../../rng/stream';
import type { ImageSet } from '../imageSet';
import { backdrop } from './backdrop';
import { type Colour, colour, mixed } from './colours';
import { generate, type Kind, type StandInOptions } from './generate';
import { type Outline, shapes } from './shapes';
import { textures } from './textures';

const kind: Kind = {
  name: 'proceduralImages',
  source: 'Procedural images in place of CIFAR-10',
  classes: Object.keys(shapes),
  channels: 3,
  size: 32,
  draw: paint,
};

/**
 * Small colour images drawn by rule as a stand-in for CIFAR-10: ten shapes as classes, each with random colours, texture, light,
 * size, turn and place, before a soft background. Sides of 32 pixels unless `size` says otherwise. Image i has class i mod 10
 * and depends on seed, split and i alone, so a smaller set is the beginning of a larger one.
 *
 * @throws Error when count or size is no integer >= 1 (size >= 8), or the seed or the split is none
 */
export function proceduralImages(options: StandInOptions): ImageSet {
  return generate(kind, options);
}

function paint(label: number, size: number, draw: Stream, pixels: Float32Array): void {
  const hue = draw.uniform();
  const behind = backdrop(hue, draw.split('backdrop'));
  const before = body(shapes[kind.classes[label]], hue + 0.3 + 0.4 * draw.uniform(), size, draw);
  for (let row = 0, at = 0; row < size; row++)
    for (let column = 0; column < size; column++) {
      const [x, y] = [(2 * (column + 0.5)) / size - 1, (2 * (row + 0.5)) / size - 1];
      const { cover, paint } = before(x, y);
      for (const value of mixed(behind(x, y), paint, cover)) pixels[at++] = Math.max(0, Math.min(1, value));
    }
}

/** A shape as a painted body: at each point how much of it is seen, and its colour there under a light from the upper left. */
function body(outline: Outline, hue: number, size: number, draw: Stream) {
  const texture = textures[draw.integer(textures.length)];
  const main = colour(hue, 0.55 + 0.4 * draw.uniform(), 0.6 + 0.4 * draw.uniform());
  const second = colour(
    hue + 0.08 + 0.12 * draw.uniform(),
    0.3 + 0.6 * draw.uniform(),
    0.35 + 0.6 * draw.uniform(),
  );
  const radius = 0.58 + 0.24 * draw.uniform();
  const angle = 0.35 * draw.normal();
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [cx, cy] = [0.14 * draw.normal(), 0.14 * draw.normal()];
  const edge = 2 / size / radius; // a pixel in the shape's own units
  return (x: number, y: number): { cover: number; paint: Colour } => {
    const [u, v] = [(x - cx) / radius, (y - cy) / radius];
    const [a, b] = [cos * u + sin * v, cos * v - sin * u];
    const light = 1 - 0.22 * (u + v);
    const plain = mixed(main, second, texture(a, b));
    return {
      cover: Math.max(0, Math.min(1, 0.5 - outline(a, b) / edge)),
      paint: [plain[0] * light, plain[1] * light, plain[2] * light],
    };
  };
}
