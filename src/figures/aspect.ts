import { titleHeight } from './titles';

/** Side of the plot area in CSS pixels, and the room for labels, legend and colour bar around it. */
const side = 380;
const around = { width: 200, height: 120 } as const;

/** A size whose plot area is about as wide and high as the data, so that equal units on both axes leave no blank sides. */
export function equalAspectSize(
  x: readonly number[],
  y: readonly number[],
): { width: number; height: number } {
  const ratio = extent(x) / extent(y) || 1;
  const width = side * Math.min(1.6, Math.max(1, ratio)) * Math.min(1, ratio);
  return {
    width: Math.round(Math.max(width + around.width, 420)),
    height: Math.round(Math.max(width / ratio, 160) + around.height + titleHeight('')),
  };
}

function extent(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b)) - values.reduce((a, b) => Math.min(a, b));
}
