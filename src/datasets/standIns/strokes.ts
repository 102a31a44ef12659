/** A point of a drawing in the unit square; y goes down. */
export type Point = readonly [x: number, y: number];

/** A line of the pen through some points: curved, or straight from point to point. */
export interface Stroke {
  through: readonly Point[];
  straight?: boolean;
}

const curve = (...through: Point[]): Stroke => ({ through });
const line = (...through: Point[]): Stroke => ({ through, straight: true });

/** The ways to write each digit. */
export const digitStrokes: readonly (readonly (readonly Stroke[])[])[] = [
  [
    [
      curve(
        [0.5, 0],
        [0.16, 0.16],
        [0.08, 0.5],
        [0.18, 0.86],
        [0.5, 1],
        [0.82, 0.86],
        [0.92, 0.5],
        [0.84, 0.16],
        [0.5, 0],
      ),
    ],
    [
      curve(
        [0.62, 0.02],
        [0.3, 0.1],
        [0.14, 0.5],
        [0.26, 0.9],
        [0.5, 1],
        [0.76, 0.86],
        [0.86, 0.48],
        [0.74, 0.12],
        [0.44, 0.06],
      ),
    ],
  ],
  [
    [line([0.5, 0], [0.5, 1])],
    [line([0.26, 0.24], [0.54, 0], [0.54, 1])],
    [line([0.28, 0.22], [0.52, 0], [0.52, 1]), line([0.26, 1], [0.78, 1])],
  ],
  [
    [
      curve([0.12, 0.26], [0.28, 0.04], [0.6, 0], [0.84, 0.18], [0.8, 0.42], [0.5, 0.7], [0.1, 1]),
      line([0.1, 1], [0.9, 0.98]),
    ],
    [
      curve(
        [0.14, 0.2],
        [0.42, 0],
        [0.8, 0.1],
        [0.8, 0.4],
        [0.5, 0.74],
        [0.2, 0.96],
        [0.1, 0.84],
        [0.3, 0.78],
        [0.6, 0.96],
        [0.94, 0.9],
      ),
    ],
  ],
  [
    [
      curve([0.14, 0.14], [0.44, 0], [0.8, 0.1], [0.78, 0.36], [0.42, 0.48]),
      curve([0.42, 0.48], [0.82, 0.56], [0.88, 0.82], [0.54, 1], [0.1, 0.88]),
    ],
    [
      line([0.14, 0.02], [0.84, 0.02], [0.44, 0.42]),
      curve([0.44, 0.42], [0.8, 0.5], [0.88, 0.8], [0.54, 1], [0.12, 0.9]),
    ],
  ],
  [
    [line([0.66, 0], [0.08, 0.66], [0.94, 0.66]), line([0.68, 0.36], [0.68, 1])],
    [line([0.2, 0.02], [0.14, 0.5], [0.82, 0.5]), line([0.82, 0], [0.78, 1])],
    [line([0.7, 1], [0.7, 0], [0.08, 0.68], [0.94, 0.68])],
  ],
  [
    [
      line([0.82, 0.02], [0.22, 0.02], [0.18, 0.42]),
      curve([0.18, 0.42], [0.52, 0.34], [0.86, 0.52], [0.84, 0.84], [0.5, 1], [0.1, 0.9]),
    ],
    [
      line([0.26, 0.06], [0.2, 0.46]),
      curve([0.2, 0.46], [0.56, 0.4], [0.84, 0.6], [0.76, 0.92], [0.42, 1], [0.12, 0.9]),
      line([0.24, 0.04], [0.88, 0]),
    ],
  ],
  [
    [
      curve(
        [0.72, 0],
        [0.36, 0.22],
        [0.14, 0.6],
        [0.24, 0.92],
        [0.54, 1],
        [0.84, 0.86],
        [0.8, 0.58],
        [0.5, 0.48],
        [0.18, 0.66],
      ),
    ],
    [
      curve(
        [0.48, 0],
        [0.22, 0.36],
        [0.16, 0.76],
        [0.4, 1],
        [0.76, 0.92],
        [0.82, 0.66],
        [0.54, 0.54],
        [0.2, 0.74],
      ),
    ],
  ],
  [
    [line([0.1, 0.02], [0.9, 0.02], [0.4, 1])],
    [line([0.1, 0.1], [0.14, 0.02], [0.88, 0.02], [0.42, 1]), line([0.3, 0.5], [0.8, 0.5])],
    [line([0.12, 0.04], [0.86, 0.02]), curve([0.86, 0.02], [0.6, 0.4], [0.46, 0.7], [0.42, 1])],
  ],
  [
    [
      curve([0.5, 0.47], [0.2, 0.3], [0.24, 0.08], [0.5, 0], [0.76, 0.08], [0.78, 0.3], [0.5, 0.47]),
      curve([0.5, 0.47], [0.14, 0.66], [0.16, 0.92], [0.5, 1], [0.84, 0.92], [0.86, 0.66], [0.5, 0.47]),
    ],
    [
      curve(
        [0.8, 0.14],
        [0.5, 0],
        [0.22, 0.16],
        [0.42, 0.42],
        [0.78, 0.68],
        [0.74, 0.94],
        [0.46, 1],
        [0.2, 0.88],
        [0.3, 0.62],
        [0.66, 0.38],
        [0.82, 0.12],
      ),
    ],
  ],
  [
    [
      curve([0.8, 0.26], [0.52, 0.02], [0.22, 0.14], [0.2, 0.42], [0.5, 0.54], [0.78, 0.36], [0.8, 0.2]),
      curve([0.8, 0.2], [0.78, 0.6], [0.66, 1]),
    ],
    [
      curve([0.78, 0.2], [0.5, 0], [0.2, 0.16], [0.24, 0.46], [0.54, 0.5], [0.78, 0.2]),
      line([0.78, 0.2], [0.74, 1]),
    ],
    [
      curve(
        [0.8, 0.22],
        [0.5, 0],
        [0.2, 0.18],
        [0.26, 0.46],
        [0.58, 0.48],
        [0.8, 0.2],
        [0.82, 0.66],
        [0.62, 0.98],
        [0.26, 0.92],
      ),
    ],
  ],
];

const pieces = 6; // straight pieces between two points of a curve: smooth at 28 pixels

/** A stroke as a polyline: a curve is a Catmull-Rom spline, which passes through all of its points. */
export function polyline({ through, straight }: Stroke): Point[] {
  if (straight || through.length < 3) return [...through];
  const out: Point[] = [through[0]];
  for (let i = 0; i + 1 < through.length; i++) {
    const four = [
      through[Math.max(0, i - 1)],
      through[i],
      through[i + 1],
      through[Math.min(i + 2, through.length - 1)],
    ];
    for (let k = 1; k <= pieces; k++) out.push([spline(four, k / pieces, 0), spline(four, k / pieces, 1)]);
  }
  return out;
}

function spline([a, b, c, d]: readonly Point[], t: number, axis: 0 | 1): number {
  const linear = c[axis] - a[axis];
  const square = 2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis];
  const cube = 3 * b[axis] - a[axis] - 3 * c[axis] + d[axis];
  return b[axis] + (t * (linear + t * (square + t * cube))) / 2;
}
