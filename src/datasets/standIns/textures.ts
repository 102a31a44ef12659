/** How much of a shape's second colour shows at a point, from 0 to 1; coordinates in the shape's own frame. */
export type Texture = (x: number, y: number) => number;

const wave = (t: number) => 0.5 + 0.5 * Math.sin(t);
/** From 0 to 1, steep in the middle, so that edges stay about a pixel wide. */
const steep = (t: number) => Math.max(0, Math.min(1, 0.5 + 2.5 * (t - 0.5)));

export const textures: readonly Texture[] = [
  () => 0,
  (x) => steep(wave(9 * x)),
  (x, y) => steep(wave(7 * (x + y))),
  (x, y) => steep(0.5 + 0.5 * Math.sin(6 * x) * Math.sin(6 * y)),
  (x, y) => steep(wave(8 * x) * wave(8 * y) * 1.6),
  (_, y) => Math.max(0, Math.min(1, 0.5 + 0.6 * y)),
];
