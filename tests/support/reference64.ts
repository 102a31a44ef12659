import { centralDifferences, type Reference } from './referenceCritic';

/*
 * Networks in 64 bits and plain loops, written down a second time without TensorFlow.js: a list of steps, each of which takes its
 * parameters from the front of one flat list. Images are rows in the order [row, column, channel].
 */

/** Several rows of the same shape, each flattened. */
export interface Rows {
  shape: readonly number[];
  rows: readonly (readonly number[])[];
}

export type Step = (h: Rows, take: (count: number) => readonly number[]) => Rows;

/** What a network makes of rows, given all its parameters in one list. */
export function run64(steps: readonly Step[], parameters: ArrayLike<number>, h: Rows): number[][] {
  let at = 0;
  const take = (count: number) => Array.from({ length: count }, () => parameters[at++]);
  const { rows } = steps.reduce((before, step) => step(before, take), h);
  if (at !== parameters.length) throw new Error(`took ${at} of ${parameters.length} parameters`);
  return rows.map((row) => [...row]);
}

export const elementwise64 =
  ({ f }: Pick<Reference, 'f'>): Step =>
  ({ shape, rows }) => ({ shape, rows: rows.map((row) => row.map(f)) });

export const reshaped64 =
  (...shape: number[]): Step =>
  ({ rows }) => ({ shape, rows });

export const dense64 =
  (outputs: number): Step =>
  ({ shape: [inputs], rows }, take) => {
    const [w, b] = [take(inputs * outputs), take(outputs)];
    const map = (row: readonly number[]) =>
      b.map((bias, j) => row.reduce((sum, value, i) => sum + value * w[i * outputs + j], bias));
    return { shape: [outputs], rows: rows.map(map) };
  };

/** Every place where a filter of stride 2 with "same" padding and a pixel of the larger image meet. */
function* meetings(side: number, kernel: number) {
  const small = Math.ceil(side / 2);
  const before = Math.floor(Math.max(0, (small - 1) * 2 + kernel - side) / 2);
  for (let i = 0; i < small; i++)
    for (let j = 0; j < small; j++)
      for (let h = 0; h < kernel; h++)
        for (let w = 0; w < kernel; w++) {
          const [y, x] = [2 * i + h - before, 2 * j + w - before];
          if (y >= 0 && y < side && x >= 0 && x < side)
            yield { small: i * small + j, large: y * side + x, tap: h * kernel + w };
        }
}

export const convolution64 =
  (kernel: number, outputs: number): Step =>
  ({ shape: [side, , inputs], rows }, take) => {
    const [w, b] = [take(kernel ** 2 * inputs * outputs), take(outputs)];
    const half = Math.ceil(side / 2);
    const map = (row: readonly number[]) => {
      const out = Array.from({ length: half ** 2 * outputs }, (_, k) => b[k % outputs]);
      for (const { small, large, tap } of meetings(side, kernel))
        for (let i = 0; i < inputs; i++)
          for (let o = 0; o < outputs; o++)
            out[small * outputs + o] += row[large * inputs + i] * w[(tap * inputs + i) * outputs + o];
      return out;
    };
    return { shape: [half, half, outputs], rows: rows.map(map) };
  };

export const transposedConvolution64 =
  (kernel: number, side: number, outputs: number): Step =>
  ({ shape: [, , inputs], rows }, take) => {
    const [w, b] = [take(kernel ** 2 * inputs * outputs), take(outputs)];
    const map = (row: readonly number[]) => {
      const out = Array.from({ length: side ** 2 * outputs }, (_, k) => b[k % outputs]);
      for (const { small, large, tap } of meetings(side, kernel))
        for (let i = 0; i < inputs; i++)
          for (let o = 0; o < outputs; o++)
            out[large * outputs + o] += row[small * inputs + i] * w[(tap * outputs + o) * inputs + i];
      return out;
    };
    return { shape: [side, side, outputs], rows: rows.map(map) };
  };

/** Standardises all numbers of a row (`layer`), or those of a channel in all rows (`batch`); then gain and shift. */
export const normalised64 =
  (over: 'layer' | 'batch', epsilon = 1e-5): Step =>
  ({ shape, rows }, take) => {
    const channels = shape[shape.length - 1];
    const [gain, shift] = [take(channels), take(channels)];
    const group = (r: number, k: number) => (over === 'layer' ? r : k % channels);
    const sums = new Map<number, { n: number; sum: number; squares: number }>();
    const each = (visit: (key: number, value: number) => void) => {
      rows.forEach((row, r) => {
        row.forEach((value, k) => {
          visit(group(r, k), value);
        });
      });
    };
    each((key, value) => {
      const s = sums.get(key) ?? { n: 0, sum: 0, squares: 0 };
      sums.set(key, { ...s, n: s.n + 1, sum: s.sum + value });
    });
    each((key, value) => {
      const s = sums.get(key)!;
      s.squares += (value - s.sum / s.n) ** 2;
    });
    const map = (value: number, r: number, k: number) => {
      const { n, sum, squares } = sums.get(group(r, k))!;
      const standard = (value - sum / n) / Math.sqrt(squares / n + epsilon);
      return standard * gain[k % channels] + shift[k % channels];
    };
    return { shape, rows: rows.map((row, r) => row.map((value, k) => map(value, r, k))) };
  };

/** grad_x of the sum of the critic's values, row by row, by differences. */
export function inputGradients64(critic: (rows: number[][]) => number[][], rows: number[][]): number[][] {
  const width = rows[0].length;
  const split = (flat: ArrayLike<number>) =>
    rows.map((_, r) => Array.from({ length: width }, (_, k) => flat[r * width + k]));
  const total = (flat: Float64Array) => critic(split(flat)).reduce((sum, [value]) => sum + value, 0);
  return split(centralDifferences(total, rows.flat(), 1e-4));
}
