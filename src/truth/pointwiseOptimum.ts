/** What a critic's output t costs on a fake point, phi(t), and on a real one, varphi(t), as plain functions. */
export interface ScalarLosses {
  phi(t: number): number;
  varphi(t: number): number;
}

const golden = (Math.sqrt(5) - 1) / 2;

/**
 * The output that an unrestricted critic takes at a point, found by search: the t in [low, high] with the smallest
 * p_fake phi(t) + p_real varphi(t). Nothing but the two densities at the point enters, which is why the gradient of such a
 * critic says nothing of real points elsewhere (Lipschitz Generative Adversarial Nets, section 2).
 *
 * Golden section search, Kiefer 1953; t is right within about 1e-8 times the scale on which the cost bends.
 *
 * @param losses whose weighted sum has one minimum in [low, high]
 * @throws Error when a density is negative or not finite, both are 0, or the interval is empty
 */
export function pointwiseOptimum(
  { phi, varphi }: ScalarLosses,
  pReal: number,
  pFake: number,
  [low, high]: readonly [number, number] = [-50, 50],
): number {
  for (const [name, density] of Object.entries({ pReal, pFake }))
    if (!(density >= 0 && density < Infinity))
      throw new Error(`pointwiseOptimum: ${name} must be finite and >= 0, got ${density}`);
  if (pReal + pFake === 0)
    throw new Error('pointwiseOptimum: at least one density must be > 0, got 0 for both');
  if (!(low < high))
    throw new Error(`pointwiseOptimum: [low, high] must not be empty, got [${low}, ${high}]`);
  const cost = (t: number) => pFake * phi(t) + pReal * varphi(t);
  let [a, b] = [low, high];
  let [left, right] = [b - golden * (b - a), a + golden * (b - a)];
  let [costLeft, costRight] = [cost(left), cost(right)];
  while (b - a > 1e-12 * (high - low) && left < right) {
    if (costLeft < costRight) {
      [b, right, costRight] = [right, left, costLeft];
      left = b - golden * (b - a);
      costLeft = cost(left);
    } else {
      [a, left, costLeft] = [left, right, costRight];
      right = a + golden * (b - a);
      costRight = cost(right);
    }
  }
  return (a + b) / 2;
}
