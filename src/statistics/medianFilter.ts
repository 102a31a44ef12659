/** What stands beyond the ends: nothing, so that the window is cut there, or zeros. */
export type Edges = 'cut' | 'zero';

/**
 * The running median: entry i is the median of the `width` numbers around i, [n]. It smooths without being drawn by
 * outliers.
 *
 * At the ends the window is cut, and a median of an even number of numbers is the mean of the middle two. With edges
 * `zero` it is `scipy.signal.medfilt`, with which the released WGAN code smooths its curves (width 101): that draws both
 * ends towards 0.
 *
 * @throws Error when width is no odd integer >= 1, or a number is NaN
 */
export function medianFilter(values: ArrayLike<number>, width: number, edges: Edges = 'cut'): number[] {
  if (!Number.isSafeInteger(width) || width < 1 || width % 2 === 0)
    throw new Error(`medianFilter: width must be an odd integer >= 1, got ${width}`);
  const numbers = Array.from(values, (value, i) => {
    if (Number.isNaN(value)) throw new Error(`medianFilter: NaN has no place in an order, got one at ${i}`);
    return value;
  });
  const half = (width - 1) / 2;
  return numbers.map((_, i) => {
    const window = numbers.slice(Math.max(0, i - half), i + half + 1);
    if (edges === 'zero') window.push(...new Array<number>(width - window.length).fill(0));
    return median(window);
  });
}

function median(values: number[]): number {
  const sorted = Float64Array.from(values).sort();
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
