import { ganNonSaturating } from '../objectives/gan';
import { leastSquares } from '../objectives/leastSquares';
import { wasserstein } from '../objectives/wasserstein';
import { gradientPenalty } from '../penalties/gradientPenalty';
import { weightClip } from '../penalties/weightClip';
import { adam } from './adam';
import type { Optimiser } from './optimiser';
import type { PlayGameOptions } from './playGame';
import { rmsProp } from './rmsProp';

/** What a paper says of a game apart from its players, their points and the number of steps. */
export type GameRules = Pick<
  PlayGameOptions,
  'objective' | 'optimisers' | 'penalty' | 'constraint' | 'criticSteps' | 'batch'
>;

const both = (optimiser: Optimiser) => ({ critic: optimiser, generator: optimiser });

/**
 * Wasserstein GAN, Algorithm 1: learning rate 5e-5, clip 0.01, batch 64, 5 critic steps, RMSProp (with Torch's decay
 * 0.99, as in the released code). The released code's own `criticSteps` is `releasedWganSteps()`.
 */
export const wganDefaults: Readonly<GameRules> = {
  objective: wasserstein,
  optimisers: both(rmsProp({ learningRate: 5e-5 })),
  constraint: weightClip(0.01),
  criticSteps: 5,
  batch: 64,
};

/**
 * Improved Training of WGANs, Algorithm 1: lambda 10, 5 critic steps, Adam with learning rate 1e-4, beta1 0, beta2 0.9.
 * The algorithm leaves the batch open; 64 is that of the released scripts on images.
 */
export const wganGpDefaults: Readonly<GameRules> = {
  objective: wasserstein,
  optimisers: both(adam({ learningRate: 1e-4, beta1: 0, beta2: 0.9 })),
  penalty: gradientPenalty({ lambda: 10 }),
  criticSteps: 5,
  batch: 64,
};

/**
 * The released toy script of Improved Training of WGANs (gan_toy.py): lambda 0.1, 5 critic steps, batch 256, Adam with
 * learning rate 1e-4, beta1 0.5, beta2 0.9. With so small a lambda slopes far above 1 remain.
 */
export const wganGpToyDefaults: Readonly<GameRules> = {
  objective: wasserstein,
  optimisers: both(adam({ learningRate: 1e-4, beta1: 0.5, beta2: 0.9 })),
  penalty: gradientPenalty({ lambda: 0.1 }),
  criticSteps: 5,
  batch: 256,
};

/**
 * The DCGAN baseline of Improved Training of WGANs (Appendices B and E; gan_cifar.py): the non-saturating GAN, Adam with
 * learning rate 2e-4, beta1 0.5, beta2 0.999, one critic step, batch 64.
 */
export const dcganDefaults: Readonly<GameRules> = {
  objective: ganNonSaturating,
  optimisers: both(adam({ learningRate: 2e-4, beta1: 0.5, beta2: 0.999 })),
  criticSteps: 1,
  batch: 64,
};

/**
 * The LSGAN baseline of Improved Training of WGANs (Appendix E; gan_64x64.py): labels 0, 1, 1, RMSProp with learning rate
 * 1e-4 (chosen among 1e-3, 2e-4 and 1e-4) and TensorFlow's decay 0.9, one critic step, batch 64.
 */
export const lsganDefaults: Readonly<GameRules> = {
  objective: leastSquares(),
  optimisers: both(rmsProp({ learningRate: 1e-4, decay: 0.9 })),
  criticSteps: 1,
  batch: 64,
};
