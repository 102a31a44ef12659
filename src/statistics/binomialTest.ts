/**
 * The exact two-sided binomial test: the chance of an outcome that is at most as likely as `successes`, when each of
 * `trials` succeeds with `probability`; in [0, 1]. Outcomes as likely within 1e-7 count, as in SciPy's `binomtest`.
 *
 * @throws Error when trials is no integer >= 0, successes none in 0 … trials, or probability is not in [0, 1]
 */
export function binomialTest(successes: number, trials: number, probability = 0.5): number {
  if (!Number.isSafeInteger(trials) || trials < 0)
    throw new Error(`binomialTest: trials must be an integer >= 0, got ${trials}`);
  if (!Number.isSafeInteger(successes) || successes < 0 || successes > trials)
    throw new Error(`binomialTest: successes must be an integer in 0 … ${trials}, got ${successes}`);
  if (!(probability >= 0 && probability <= 1))
    throw new Error(`binomialTest: probability must be in [0, 1], got ${probability}`);
  const chances = binomial(trials, probability);
  const limit = chances[successes] * (1 + 1e-7);
  return Math.min(
    1,
    chances.reduce((sum, chance) => (chance <= limit ? sum + chance : sum), 0),
  );
}

/** The chances of 0 … n successes. Each follows from the one before, in logarithms, since the first may underflow. */
function binomial(n: number, p: number): number[] {
  if (p === 0 || p === 1) return Array.from({ length: n + 1 }, (_, k) => (k === n * p ? 1 : 0));
  let logChance = n * Math.log1p(-p);
  return Array.from({ length: n + 1 }, (_, k) => {
    if (k > 0) logChance += Math.log((n - k + 1) / k) + Math.log(p) - Math.log1p(-p);
    return Math.exp(logChance);
  });
}
