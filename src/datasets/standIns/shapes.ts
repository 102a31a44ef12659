/** How far a point lies outside an outline, in units of the shape's radius; negative inside. */
export type Outline = (x: number, y: number) => number;

const { abs, cos, hypot, max, min, PI, sin } = Math;

/** The cosine of the angle from a corner direction of a regular polygon to the middle of the nearest side, times the radius. */
const polygon =
  (corners: number, inner: number): Outline =>
  (x, y) => {
    const turn = (2 * PI) / corners;
    const angle = (((Math.atan2(x, -y) % turn) + turn) % turn) - turn / 2;
    return hypot(x, y) * cos(angle) - inner;
  };

const box = (x: number, y: number, width: number, height: number) => max(abs(x) - width, abs(y) - height);

/** Five points: each of ten triangles has a long and a short corner; y goes down. */
const star: Outline = (x, y) => {
  const turn = (2 * PI) / 5;
  const angle = abs((((Math.atan2(x, -y) % turn) + turn * 1.5) % turn) - turn / 2);
  const r = hypot(x, y);
  const [px, py] = [r * cos(angle), r * sin(angle)]; // the nearest point of the star lies along x, at 1
  const [cx, cy] = [0.45 * cos(turn / 2), 0.45 * sin(turn / 2)];
  const [dx, dy] = [cx - 1, cy];
  return ((px - 1) * dy - py * dx) / hypot(dx, dy);
};

const heart: Outline = (x, y) => {
  const lobes = hypot(abs(x) - 0.44, y + 0.3) - 0.5;
  const tip = max((abs(x) + y - 0.82) / Math.SQRT2, -y - 0.34);
  return min(lobes, tip);
};

/** The ten classes of `proceduralImages`. */
export const shapes: Readonly<Record<string, Outline>> = {
  disc: (x, y) => hypot(x, y) - 0.85,
  ring: (x, y) => abs(hypot(x, y) - 0.68) - 0.24,
  square: (x, y) => box(x, y, 0.74, 0.74),
  triangle: (x, y) => polygon(3, 0.5)(x, y),
  cross: (x, y) => min(box(x, y, 0.92, 0.3), box(x, y, 0.3, 0.92)),
  star,
  heart,
  crescent: (x, y) => max(hypot(x, y) - 0.9, 0.72 - hypot(x - 0.42, y + 0.1)),
  hexagon: (x, y) => polygon(6, 0.78)(x, y),
  arrow: (x, y) => min(box(x + 0.36, y, 0.56, 0.24), max(abs(y) + x - 0.92, 0.02 - x)),
};
