import { linear } from '../models/activations';
import type { Penalty } from './penalty';
import { type SlopePenaltyOptions, slopePenalty } from './slopePenalty';

/** Parameters of {@link gradientPenalty}. */
export interface GradientPenaltyOptions extends SlopePenaltyOptions {
  /** Weight; 10 in the paper (its released toy script has 0.1, with which slopes of 3 to 7 remain). */
  lambda?: number;
  /** The slope asked for; 1 in the paper. */
  target?: number;
}

/**
 * The two-sided gradient penalty lambda E (‖grad f(xHat)‖ - target)^2 at random points xHat between real and fake
 * ones (Improved Training of WGANs, equation 3).
 *
 * @throws Error when lambda is not > 0 or target is < 0
 */
export function gradientPenalty(options: GradientPenaltyOptions = {}): Penalty {
  return slopePenalty('gradientPenalty', 'gradient penalty', options, linear);
}
