import { checkPositive } from './check';
import type { Distribution } from './distribution';

/**
 * A distribution with Gaussian noise added to every point: x + N(0, std^2 I), x drawn from `law`.
 *
 * With std 1 it is the "fixed generator" of Figure 1a of Improved Training of WGANs: real points plus unit-variance noise.
 * (The released toy script adds the noise to the very batch of real points that the critic sees beside it; here the two
 * are drawn independently.)
 *
 * @throws Error when std is not finite and > 0
 */
export function withNoise(law: Distribution, std = 1): Distribution {
  checkPositive('withNoise', 'std', std);
  return {
    name: `${law.name} + noise of std ${std}`,
    dim: law.dim,
    sample: (n, stream) => law.sample(n, stream).map((x) => x + std * stream.normal()),
  };
}
