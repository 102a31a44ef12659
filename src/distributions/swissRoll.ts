import { checkCount, checkPositive } from './check';
import type { Distribution } from './distribution';

/** Parameters of {@link swissRoll}. */
export interface SwissRollOptions {
  noise?: number;
  scale?: number;
}

/**
 * The Swiss roll in the plane: (t cos t, t sin t) + noise N(0, I), divided by scale, with t = 1.5 pi (1 + 2 U),
 * U uniform in [0, 1).
 *
 * The defaults are those of the released toy script of Improved Training of WGANs: columns 0 and 2 of scikit-learn's
 * make_swiss_roll with noise 0.25, divided by 7.5 (gan_toy.py).
 *
 * @throws Error when noise is < 0 or scale is not > 0
 */
export function swissRoll({ noise = 0.25, scale = 7.5 }: SwissRollOptions = {}): Distribution {
  if (!(noise >= 0 && noise < Infinity))
    throw new Error(`swissRoll: noise must be finite and >= 0, got ${noise}`);
  checkPositive('swissRoll', 'scale', scale);
  return {
    name: 'Swiss roll',
    dim: 2,
    sample: (n, stream) => {
      checkCount('swissRoll', n);
      const out = new Float64Array(n * 2);
      for (let i = 0; i < n; i++) {
        const t = 1.5 * Math.PI * (1 + 2 * stream.uniform());
        out[2 * i] = (t * Math.cos(t) + noise * stream.normal()) / scale;
        out[2 * i + 1] = (t * Math.sin(t) + noise * stream.normal()) / scale;
      }
      return out;
    },
  };
}
