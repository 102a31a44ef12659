/**
 * Standard normal numbers from uniform ones, in pairs:
 * sqrt(-2 log(1 - u)) cos(2 pi v) and the same with sin (Box and Muller 1958).
 *
 * @param uniform a source of numbers uniform in [0, 1)
 */
export function boxMuller(uniform: () => number): () => number {
  let spare: number | undefined;
  return () => {
    if (spare !== undefined) {
      const value = spare;
      spare = undefined;
      return value;
    }
    const radius = Math.sqrt(-2 * Math.log(1 - uniform()));
    const angle = 2 * Math.PI * uniform();
    spare = radius * Math.sin(angle);
    return radius * Math.cos(angle);
  };
}
