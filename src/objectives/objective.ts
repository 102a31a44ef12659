import type * as tf from '@tensorflow/tfjs';

/** An elementwise function of the critic's raw output, and of nothing else that changes while a critic is trained. */
export type Elementwise = (f: tf.Tensor) => tf.Tensor;

/**
 * What critic and generator minimise, in the one form that all of these GANs share:
 *
 * J_D = E phi(f(fake)) + E varphi(f(real)),   J_G = E psi(f(fake)),
 *
 * on raw critic outputs f, [batch, 1]; a discriminator's probability is sigmoid(f). Both players minimise.
 */
export interface Objective {
  name: string;
  /** On fake points, for the critic. */
  phi: Elementwise;
  /** On real points, for the critic. */
  varphi: Elementwise;
  /** On fake points, for the generator. */
  psi: Elementwise;
  /** The unrestricted optimum f*(x) for the densities at x, where it is known and finite or infinite. */
  optimum?: (pReal: number, pFake: number) => number;
  /** The positive estimate shown to people, which falls as the fakes get better. */
  estimate: {
    /** What it estimates, e.g. `Jensen–Shannon divergence`. */
    name: string;
    unit: string;
    /** From the critic's loss J_D. */
    of: (criticLoss: number) => number;
  };
  /** Paper and equation. */
  source: string;
}
