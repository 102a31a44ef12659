/** An axis-parallel box in user units (CSS pixels). */
export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** An affine map (x, y) -> (a x + c y + e, b x + d y + f), as in SVG's `matrix(a b c d e f)`. */
export type Affine = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

const identity: Affine = [1, 0, 0, 1, 0, 0];

/** `first` is applied to the point last: multiply(outer, inner). */
export function multiply([a, b, c, d, e, f]: Affine, [A, B, C, D, E, F]: Affine): Affine {
  return [a * A + c * B, b * A + d * B, a * C + c * D, b * C + d * D, a * E + c * F + e, b * E + d * F + f];
}

/** The smallest box that holds all of `boxes`; none when there are none. */
export function union(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined;
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/** The box around the image of `box` under the map. */
export function mapBox([a, b, c, d, e, f]: Affine, { left, top, right, bottom }: Box): Box {
  const corners = [left, right].flatMap((x) =>
    [top, bottom].map((y) => [a * x + c * y + e, b * x + d * y + f]),
  );
  const xs = corners.map(([x]) => x);
  const ys = corners.map(([, y]) => y);
  return { left: Math.min(...xs), top: Math.min(...ys), right: Math.max(...xs), bottom: Math.max(...ys) };
}

const operations: Record<string, (numbers: number[]) => Affine> = {
  matrix: ([a, b, c, d, e, f]) => [a, b, c, d, e, f],
  translate: ([x, y = 0]) => [1, 0, 0, 1, x, y],
  scale: ([x, y = x]) => [x, 0, 0, y, 0, 0],
  rotate: ([degrees, x = 0, y = 0]) => {
    const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
    return [cos, sin, -sin, cos, x - cos * x + sin * y, y - sin * x - cos * y];
  },
};

/**
 * Reads an SVG `transform` attribute.
 *
 * @throws Error on a function other than matrix, translate, scale, rotate
 */
export function parseTransform(text: string | null): Affine {
  let result = identity;
  for (const [, name, list] of (text ?? '').matchAll(/(\w+)\s*\(([^)]*)\)/g)) {
    const operation = operations[name];
    if (!operation) throw new Error(`cannot read the SVG transform ${name}(${list})`);
    result = multiply(result, operation(numbersIn(list)));
  }
  return result;
}

/** All numbers in an SVG attribute, in order. */
export function numbersIn(text: string): number[] {
  return (text.match(/[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?/gi) ?? []).map(Number);
}
