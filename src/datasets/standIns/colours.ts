/** Red, green and blue from 0 to 1. */
export type Colour = readonly [red: number, green: number, blue: number];

/** The colour of a hue (a whole turn is 1), a saturation and a brightness. */
export function colour(hue: number, saturation: number, brightness: number): Colour {
  const channel = (offset: number) => {
    const k = (offset + 6 * (((hue % 1) + 1) % 1)) % 6;
    return brightness * (1 - saturation * Math.max(0, Math.min(1, k, 4 - k)));
  };
  return [channel(5), channel(3), channel(1)];
}

/** (1 - t) a + t b. */
export function mixed(a: Colour, b: Colour, t: number): Colour {
  return [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), a[2] + t * (b[2] - a[2])];
}
