/**
 * Central difference (f(x + h) - f(x - h)) / (2 h). Where f jumps at x itself the jump is not seen, as in a derivative.
 *
 * @throws Error when h is not > 0
 */
export function derivative(f: (x: number) => number, x: number, h = 1e-6): number {
  if (!(h > 0)) throw new Error(`derivative: h must be > 0, got ${h}`);
  return (f(x + h) - f(x - h)) / (2 * h);
}
