import type { Figure } from './figure';
import { imageGrid } from './imageGrid';
import type { FigureOptions } from './theme';

export interface GradientStripOptions extends FigureOptions {
  /** The images from which the gradients start: [n, h, w, c] row by row, as are the next two. */
  points: ArrayLike<number>;
  gradients: ArrayLike<number>;
  /** What each is to be compared with, e.g. the real image that its gradient points to best. */
  targets: ArrayLike<number>;
  shape: readonly [n: number, h: number, w: number, c: number];
  /** How far along its gradient each image is shown; 1 is where it comes closest to its target. */
  shares: readonly number[];
}

/**
 * Images on their way along a critic's gradient, a row each, as in Lipschitz GANs, Figure 3: the image, its gradient (over its
 * largest absolute value), the image plus growing multiples of the gradient, cut to [-1, 1], and last its target.
 *
 * @throws Error when the numbers of pixels do not fit the shape, or a pixel of an image or a target lies outside [-1, 1]
 */
export function gradientStrip(options: GradientStripOptions): Figure {
  const { points, gradients, targets, shape, shares, ...rest } = options;
  const [n, h, w, c] = shape;
  const dim = h * w * c;
  for (const [name, values] of Object.entries({ points, gradients, targets }))
    if (values.length !== n * dim)
      throw new Error(`${name} must be ${n} images of ${dim} pixels, got ${values.length} pixels`);
  const rows = Array.from({ length: n }, (_, i) => {
    const [x, g, y] = [points, gradients, targets].map((all) =>
      Float64Array.from({ length: dim }, (_, d) => all[i * dim + d]),
    );
    return [x, towards(g), ...shares.map((share) => moved(x, g, share * closest(x, g, y))), y];
  });
  const images = Float64Array.from(rows.flat().flatMap((image) => [...image]));
  return imageGrid({
    ...rest,
    images,
    shape: [n * (shares.length + 3), h, w, c],
    range: [-1, 1],
    columns: shares.length + 3,
    columnLabels: ['noise', '∇f', ...shares.map(String), 'real'],
  });
}

/** The multiple t of g for which x + t g comes closest to y; 0 where there is no gradient. */
function closest(x: Float64Array, g: Float64Array, y: Float64Array): number {
  const squared = g.reduce((sum, v) => sum + v * v, 0);
  return squared > 0 ? g.reduce((sum, v, d) => sum + v * (y[d] - x[d]), 0) / squared : 0;
}

function towards(g: Float64Array): Float64Array {
  const largest = g.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  return largest > 0 ? g.map((v) => v / largest) : g;
}

function moved(x: Float64Array, g: Float64Array, by: number): Float64Array {
  return x.map((v, d) => Math.min(1, Math.max(-1, v + by * g[d])));
}
