/**
 * The ranks of numbers, from 1; equal numbers share the mean of their ranks: [n].
 *
 * @throws Error when one is NaN
 */
export function ranks(x: ArrayLike<number>): number[] {
  const order = Array.from(x, (value, i) => {
    if (Number.isNaN(value)) throw new Error(`ranks: every number must have a rank, got NaN at ${i}`);
    return i;
  }).sort((i, j) => (x[i] === x[j] ? 0 : x[i] - x[j]));
  const result = new Array<number>(x.length);
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && x[order[end]] === x[order[start]]) end++;
    for (let k = start; k < end; k++) result[order[k]] = (start + 1 + end) / 2;
    start = end;
  }
  return result;
}
