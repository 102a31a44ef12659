/** Checks a number of points to draw. */
export function checkCount(name: string, n: number): void {
  if (!Number.isSafeInteger(n) || n < 1)
    throw new Error(`${name}: number of samples must be an integer >= 1, got ${n}`);
}

/** The coordinates of a point, after a check of their number. */
export function point(name: string, x: number | ArrayLike<number>, dim: number): ArrayLike<number> {
  const coordinates = typeof x === 'number' ? [x] : x;
  if (coordinates.length !== dim)
    throw new Error(`${name}: a point has ${dim} coordinate(s), got ${coordinates.length}`);
  return coordinates;
}

/** Checks a scale parameter. */
export function checkPositive(name: string, what: string, value: number): void {
  if (!(value > 0 && value < Infinity))
    throw new Error(`${name}: ${what} must be finite and > 0, got ${value}`);
}

/** Checks coordinates. */
export function checkFinite(name: string, what: string, values: ArrayLike<number>): void {
  for (let i = 0; i < values.length; i++)
    if (!Number.isFinite(values[i]))
      throw new Error(`${name}: ${what} must be finite, got ${values[i]} at ${i}`);
}
