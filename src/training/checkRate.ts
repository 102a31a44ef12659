/** Checks a learning rate and the decay rates in [0, 1) of an optimiser. */
export function checkRate(name: string, learningRate: number, decays: Record<string, number> = {}): void {
  if (!(learningRate > 0 && learningRate < Infinity))
    throw new Error(`${name}: learningRate must be finite and > 0, got ${learningRate}`);
  for (const [key, value] of Object.entries(decays))
    if (!(value >= 0 && value < 1)) throw new Error(`${name}: ${key} must be in [0, 1), got ${value}`);
}
