/** Text of a title or label: Unicode, and the HTML that Plotly knows (`<br>`, `<sub>`, `<sup>`, `<i>`, `<b>`); no TeX. */
export type Text = string;

/** Numbers as callers have them: an array, or a typed array. */
export type Numbers = ArrayLike<number>;

/** What may stand among the numbers besides finite ones. */
type Allowed = 'finite' | 'infinite';

/**
 * A plain array of the numbers.
 *
 * @throws Error when there are none, or at the first NaN (or infinity, unless allowed), naming it
 */
export function numbers(name: string, values: Numbers, allowed: Allowed = 'finite'): number[] {
  const plain = Array.from(values);
  if (plain.length === 0) throw new Error(`${name} must not be empty`);
  const bad = plain.findIndex((v) =>
    allowed === 'infinite' ? typeof v !== 'number' || Number.isNaN(v) : !Number.isFinite(v),
  );
  if (bad >= 0)
    throw new Error(
      `${name} must hold ${allowed === 'finite' ? 'finite ' : ''}numbers, got ${plain[bad]} at ${bad}`,
    );
  return plain;
}

/** @throws Error when the arrays do not all have the first one's length, naming both lengths */
export function sameLength(arrays: Record<string, { length: number }>): void {
  const [[first, { length }], ...rest] = Object.entries(arrays);
  for (const [name, array] of rest)
    if (array.length !== length)
      throw new Error(`${name} must be as long as ${first} (${length}), got ${array.length}`);
}

/** @throws Error when the numbers do not increase strictly, naming the first pair that does not */
export function increasing(name: string, values: readonly number[]): void {
  const bad = values.findIndex((v, i) => i > 0 && v <= values[i - 1]);
  if (bad >= 0)
    throw new Error(`${name} must increase, got ${values[bad]} after ${values[bad - 1]} at ${bad}`);
}

/** @throws Error when `text` is not a non-empty string: a figure says what it shows */
export function labelled(texts: Record<string, Text>): void {
  for (const [name, text] of Object.entries(texts))
    if (typeof text !== 'string' || text.trim() === '')
      throw new Error(`${name} must be a text, got ${JSON.stringify(text)}`);
}

/** @throws Error when the range's ends are not finite and increasing */
export function interval(name: string, [low, high]: readonly [number, number]): [number, number] {
  if (!(Number.isFinite(low) && Number.isFinite(high) && low < high))
    throw new Error(`${name} must be [low, high] with low < high, got [${low}, ${high}]`);
  return [low, high];
}

/** @throws Error when the list is empty */
export function nonEmpty<T>(name: string, list: readonly T[]): readonly T[] {
  if (list.length === 0) throw new Error(`${name} must not be empty`);
  return list;
}
