import { columnPayoffs, type Payoff, payoffEnds, rowPayoffs } from '../truth/payoff';

export interface MultiplicativeWeightsOptions {
  /** T, how many rounds are played. */
  steps: number;
  /** eta of the row and of the column player, per payoff divided by its range R; sqrt(8 log m / T) and sqrt(8 log n / T) unless given. */
  rates?: readonly [number, number];
}

/** Mixed strategies of both sides, each the average over all rounds. */
export interface AveragePlay {
  /** [m]. */
  row: Float64Array;
  /** [n]. */
  column: Float64Array;
}

/**
 * Both sides of a zero-sum game learn by multiplicative weights, also called Hedge or exponentiated gradient: with payoffs
 * A in units of their range,
 *
 * x_t ∝ exp(eta sum_{s < t} A y_s),   y_t ∝ exp(-eta sum_{s < t} A^T x_s),
 *
 * from uniform weights. The row player maximises. These are gradient steps on log-probabilities, as for the softmax weights of
 * MIX+GAN (Arora et al., Generalization and Equilibrium in Generative Adversarial Nets, 2017), with the components held fixed.
 * The strategies themselves circle; their averages converge: with the default rates the gap is at most
 * {@link equilibriumBound} with T as size, in every game.
 *
 * Freund and Schapire, Adaptive game playing using multiplicative weights (1999).
 *
 * @param payoff A, [m][n]: what the column player pays to the row player
 * @throws Error when the payoff is empty, ragged or not finite, steps is no integer >= 1, or a rate is negative or not finite
 */
export function multiplicativeWeights(
  payoff: Payoff,
  { steps, rates }: MultiplicativeWeightsOptions,
): AveragePlay {
  const [low, high] = payoffEnds('multiplicativeWeights', payoff);
  if (!(Number.isSafeInteger(steps) && steps >= 1))
    throw new Error(`multiplicativeWeights: steps must be an integer >= 1, got ${steps}`);
  const [m, n] = [payoff.length, payoff[0].length];
  const etas = rates ?? [m, n].map((count) => Math.sqrt((8 * Math.log(count)) / steps));
  for (const eta of etas)
    if (!(eta >= 0 && eta < Infinity))
      throw new Error(`multiplicativeWeights: rates must be finite and >= 0, got ${eta}`);
  const [rowRate, columnRate] = etas.map((eta) => eta / (high - low || 1));
  const [gains, losses] = [new Float64Array(m), new Float64Array(n)]; // sums over the rounds so far
  const [row, column] = [new Float64Array(m), new Float64Array(n)];
  for (let t = 0; t < steps; t++) {
    const x = softmax(gains, rowRate);
    const y = softmax(losses, -columnRate);
    add(gains, rowPayoffs(payoff, y), 1);
    add(losses, columnPayoffs(payoff, x), 1);
    add(row, x, 1 / steps);
    add(column, y, 1 / steps);
  }
  return { row, column };
}

/** exp(rate s_k) / sum_j exp(rate s_j), without overflow. */
function softmax(scores: Float64Array, rate: number): Float64Array {
  const top = scores.reduce((most, score) => Math.max(most, rate * score), -Infinity);
  const powers = scores.map((score) => Math.exp(rate * score - top));
  const total = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power) => power / total);
}

function add(sums: Float64Array, values: Float64Array, factor: number): void {
  for (let k = 0; k < sums.length; k++) sums[k] += factor * values[k];
}
