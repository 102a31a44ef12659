/**
 * The chance that among `draws` independent, evenly spread draws from `support` things two are the same:
 * 1 - (1 - 1/support) (1 - 2/support) … (1 - (draws - 1)/support), in [0, 1]. It is larger when the draws are not evenly spread.
 *
 * @throws Error when draws is no integer >= 0 or support none >= 1
 */
export function collisionProbability(draws: number, support: number): number {
  if (!Number.isSafeInteger(draws) || draws < 0)
    throw new Error(`collisionProbability: draws must be an integer >= 0, got ${draws}`);
  checkSupport('collisionProbability', support);
  let logNone = 0;
  for (let i = 1; i < draws && logNone > -Infinity; i++) logNone += Math.log1p(-i / support);
  return -Math.expm1(logNone);
}

/**
 * The smallest number of draws among which two are the same with at least the given probability: 23 for 365 days. For a
 * probability of one half about 1.177 sqrt(support) = sqrt(2 ln 2 support).
 *
 * The birthday test of Arora and Zhang, Do GANs actually learn the distribution? (2017), reads it backwards: a generator whose
 * samples of s points hold a pair of equal ones half of the time has a support of about s^2 / (2 ln 2) points, or
 * fewer that matter.
 *
 * @throws Error when support is no integer >= 1 or probability is not in (0, 1]
 */
export function birthdaySampleSize(support: number, probability = 0.5): number {
  checkSupport('birthdaySampleSize', support);
  if (!(probability > 0 && probability <= 1))
    throw new Error(`birthdaySampleSize: probability must be in (0, 1], got ${probability}`);
  const most = Math.log1p(-probability);
  let logNone = 0;
  let draws = 1;
  while (logNone > most) logNone += Math.log1p(-draws++ / support);
  return draws;
}

/**
 * How many draws it takes until one has come before, itself included: at least 2.
 *
 * @param draw the next draw; equal ones are the same as keys of a Map
 * @throws Error when the first `atMost` draws all differ
 */
export function firstCollision(draw: () => unknown, atMost = 1e8): number {
  const seen = new Set<unknown>();
  for (let draws = 1; draws <= atMost; draws++) {
    const next = draw();
    if (seen.has(next)) return draws;
    seen.add(next);
  }
  throw new Error(`firstCollision: no two of ${atMost} draws were the same`);
}

function checkSupport(name: string, support: number): void {
  if (!Number.isSafeInteger(support) || support < 1)
    throw new Error(`${name}: support must be an integer >= 1, got ${support}`);
}
