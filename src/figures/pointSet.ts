import type { Data } from 'plotly.js-dist';
import { type Numbers, numbers, sameLength, type Text } from './checks';

/** Points drawn over a map, e.g. the samples that a critic was trained on. */
export interface PointSet {
  name: Text;
  x: Numbers;
  y: Numbers;
  color: string;
  /** Diameter in CSS pixels. Default 6. */
  size?: number;
}

/** @throws Error on no points, x and y of different lengths, or a coordinate that is not finite */
export function pointTrace({ name, x, y, color, size = 6 }: PointSet): Data {
  const [px, py] = [numbers(`x of ${name}`, x), numbers(`y of ${name}`, y)];
  sameLength({ [`x of ${name}`]: px, [`y of ${name}`]: py });
  const marker = { color, size, line: { color: '#FFFFFF', width: size < 6 ? 0.5 : 1 } };
  return { type: 'scatter', mode: 'markers', name, x: px, y: py, marker };
}
