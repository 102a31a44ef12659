export interface SoftStepOptions {
  /** a: how steep, and whether it rises (> 0) or falls (< 0); 0 for D = 1/2 everywhere. */
  slope: number;
  /** b: where D = 1/2. */
  place: number;
  /** c in [0, 1): how far from 1/2 the discriminator dares to go, D lies in [(1 - c) / 2, (1 + c) / 2]. */
  confidence: number;
}

/**
 * The raw output t = 2 artanh(c tanh(a (x - b) / 2)) of a discriminator on the line that is a soft step,
 *
 * D(x) = sigma(t(x)) = 1/2 + c/2 tanh(a (x - b) / 2);
 *
 * with c = 1 it would be sigma(a (x - b)). The class contains 1 - D with every D (the slope -a), as the theory of Arora et al.,
 * Generalization and Equilibrium in Generative Adversarial Nets (2017), wants it, and c < 1 keeps log D bounded.
 *
 * @throws Error when slope or place is not finite, or the confidence not in [0, 1)
 */
export function softStep({ slope, place, confidence }: SoftStepOptions): (x: number) => number {
  for (const [name, value] of Object.entries({ slope, place }))
    if (!Number.isFinite(value)) throw new Error(`softStep: ${name} must be finite, got ${value}`);
  if (!(confidence >= 0 && confidence < 1))
    throw new Error(`softStep: confidence must be in [0, 1), got ${confidence}`);
  return (x) => 2 * Math.atanh(confidence * Math.tanh((slope * (x - place)) / 2));
}
