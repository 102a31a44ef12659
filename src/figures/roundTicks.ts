/** Round values (1, 2 or 5 times a power of ten apart) from `low` to `high`, four to ten of them. */
export function roundTicks(low: number, high: number): number[] {
  const power = 10 ** Math.floor(Math.log10((high - low) / 4));
  const step = power * ([5, 2].find((factor) => factor * power <= (high - low) / 4) ?? 1);
  const first = Math.ceil(low / step - 1e-9);
  const count = Math.floor(high / step + 1e-9) - first + 1;
  return Array.from({ length: count }, (_, i) => Number(((first + i) * step).toPrecision(12)));
}
